# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Filmy
images = Obrazy
library-kind = Co jest pokazane
library-search = Prompty, tagi, notatki, identyfikatory
library-no-match = Brak wyników. Zmień wyszukiwanie lub filtry.
library-no-videos = Nie ma jeszcze filmów. Pojawią się tu, gdy tylko Grok jakiś skończy.
library-no-images = Nie ma jeszcze obrazów. Pojawią się tu, gdy zrobisz z któregoś film.
size = Rozmiar
date = Data

filters = Filtry
filters-clear = Pokaż wszystko
filters-kept = Twoje filtry
filter-name = Nazwa filtra
filter-saved = Zapisany
filter-resumable = Sesję można wznowić
filter-queued = W kolejce
filter-nothing = Jeszcze nic
choose = Wybierz…
remove = Usuń
yes = Tak
no = Nie
check-files = Sprawdź pliki
check-files-hint = Szuka zapisanych filmów, których brakuje, są uszkodzone lub podwójne

# What you think of an item: stars, pick or reject, tags, a note.
rating = Ocena
not-rated = Bez oceny
stars-of-five = { $stars } z 5 gwiazdek
# The group of the two buttons below.
pick = Wybór
pick-it = Wybierz
reject-it = Odrzuć
picked = Wybrany
rejected = Odrzucony
pick-neither = Ani to, ani to
tags = Tagi
tag-add = Dodaj tag i naciśnij Enter
tag-remove = Usuń tag { $tag }
note = Notatka
key-hint = Klawisz { $key }
key-space = Spacja

selected = Zaznaczone
selected-count = Zaznaczono: { $count }
done = Gotowe
library-deleting = { $count ->
    [one] Historia { $count } obrazu zostanie usunięta za { $time }. Zapisane pliki pozostaną.
    [few] Historia { $count } obrazów zostanie usunięta za { $time }. Zapisane pliki pozostaną.
    [many] Historia { $count } obrazów zostanie usunięta za { $time }. Zapisane pliki pozostaną.
   *[other] Historia { $count } obrazu zostanie usunięta za { $time }. Zapisane pliki pozostaną.
}

close = Zamknij
previous = Poprzedni
next = Następny
place-of = { $place } z { $count }
queued = W kolejce
facts = Szczegóły
fact-date = Utworzono
fact-length = Długość
fact-resolution = Rozdzielczość
fact-file = Plik
fact-image = Obraz
fact-image-id = Identyfikator obrazu
fact-videos-rate = { $videos }, skuteczność { $rate }
open-on-grok = Otwórz w Grok
show-file = Pokaż plik
save-again = Zapisz ponownie
save-frame = Zapisz ostatnią klatkę
frame-not-drawn = Nie udało się zapisać ostatniej klatki, bo film nie odtwarza się tutaj.
only-saved-play = Tutaj odtwarzają się tylko zapisane filmy.
video-broken = Nie można odtworzyć { $file }: plik jest uszkodzony albo nie ma go tam, gdzie był zapisany.
codec-missing = Ten system nie odtwarza wideo H.264, a takie są filmy Grok. W Debianie i Ubuntu zainstaluj gstreamer1.0-libav i gstreamer1.0-plugins-bad, w Fedorze gstreamer1-plugin-libav i gstreamer1-plugins-bad-free, i uruchom Retake ponownie.
compare = Porównaj
compare-play = Odtwórz lub wstrzymaj
compare-swap = Zamień
compare-not-saved = Niezapisany, więc się nie odtwarza
