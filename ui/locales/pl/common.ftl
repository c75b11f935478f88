# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = OK
cancel = Anuluj
open = Otwórz
resume = Wznów
delete = Usuń
export = Eksportuj
copy = Kopiuj
copied = Skopiowano
copy-failed = Nie udało się skopiować. Zaznacz tekst i naciśnij Ctrl+C.
loading = Wczytywanie…
no-answer = Retake nie odpowiedział ({ $reason }). Spróbuj ponownie lub uruchom Retake jeszcze raz.
storage-problem = Nie można zapisać na dysku: { $problem }. Możesz przeglądać dane, ale sesji nie da się uruchomić.
image-without-prompt = Obraz bez promptu
video-without-prompt = Film bez promptu
image-unknown = Nieznany obraz
image-unknown-hint = Nic nie mówi, z którego obrazu jest ten film, więc nigdzie się nie liczy
from-text = Z tekstu
videos-count = { $count ->
    [one] { $count } film
    [few] { $count } filmy
    [many] { $count } filmów
   *[other] { $count } filmu
}
retries-count = { $count ->
    [one] { $count } ponowienie
    [few] { $count } ponowienia
    [many] { $count } ponowień
   *[other] { $count } ponowienia
}
attempts-count = { $count ->
    [one] { $count } próba
    [few] { $count } próby
    [many] { $count } prób
   *[other] { $count } próby
}
sessions-count = { $count ->
    [one] { $count } sesja
    [few] { $count } sesje
    [many] { $count } sesji
   *[other] { $count } sesji
}
credits-count = { $count ->
    [one] { $count } kredyt
    [few] { $count } kredyty
    [many] { $count } kredytów
   *[other] { $count } kredytu
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } film
    [few] { $made }/{ $goal } filmy
    [many] { $made }/{ $goal } filmów
   *[other] { $made }/{ $goal } filmu
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } ponowienie
    [few] { $used }/{ $most } ponowienia
    [many] { $used }/{ $most } ponowień
   *[other] { $used }/{ $most } ponowienia
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, najwyżej { $retries }
back = Wstecz
search = Szukaj
