# The page bar, the session's panel, what waits and what is queued.

page-bar = Strona Grok
page-back = Wstecz
page-forward = Dalej
page-reload = Odśwież
page-home = Strona główna
page-tools = Szukanie i powiększenie
page-find = Znajdź na stronie
page-find-none = Brak wyników
page-find-previous = Poprzedni wynik
page-find-next = Następny wynik
page-zoom-out = Pomniejsz
page-zoom-in = Powiększ

session = Sesja
session-videos = Filmy
session-retries = Ponowienia
session-credits = Kredyty
session-progress = Postęp tej próby

# The state of the session, in a word or two.
status-idle = Gotowe
status-unreachable = Brak strony
status-needs-user = Wymaga uwagi
status-running = Trwa
status-waiting = Czeka
status-paused = Wstrzymano
status-success = Cel osiągnięty
status-max-retries = Brak ponowień
status-timed-out = Przekroczono czas
status-rate-limited = Osiągnięto limit
status-cancelled = Zatrzymano
status-stale = Grok zgubił obraz
status-interrupted = Przerwano

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Start za
activity-retry = Ponowienie za
activity-next = Następny film za
activity-clicking = Klikanie przycisku Grok
activity-generating = Generowanie
activity-reloaded = Strona odświeżona. Czekanie na wieści o tej próbie
activity-confirming = { $outcome }, potwierdzanie w Grok
activity-elsewhere = Otwórz ten obraz, aby kontynuować
activity-paused = Automatyczne ponawianie jest wyłączone. Retake tylko liczy próby.
activity-quiet = Czekanie na Grok
ended-success = Masz wszystkie filmy, których chcesz.
ended-max-retries = Wykorzystano wszystkie ponowienia.
ended-timed-out = Grok nie odpowiedział po ostatnim kliknięciu.
ended-rate-limited = Osiągnięto limit Grok. Spróbuj później.
ended-cancelled = Zatrzymane przez Ciebie.
ended-stale = Grok usunął ten obraz ze strony, zwykle po odświeżeniu. Wznów, aby kontynuować.
ended-interrupted = Retake został zamknięty podczas tej sesji.
attempt-pending = Oczekuje
attempt-processing = Generowanie
attempt-completed = Ukończono
attempt-moderated = Zmoderowano
attempt-failed = Niepowodzenie
attempt-unknown = Nie widziano końca
attempt-early = na początku
attempt-half-way = w połowie
attempt-late = pod koniec
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, prawdopodobnie
failures-early = { $count } na początku
failures-half-way = { $count } w połowie
failures-late = { $count } pod koniec

hint-no-post = Otwórz obraz w Grok, aby zacząć.
hint-looking = Szukanie obrazu…
hint-no-image = Na tej stronie nie ma obrazu. Otwórz jeden ze swoich obrazów lub odśwież stronę.
hint-several-images = Ten film powstał z kilku obrazów. Otwórz właściwy.
hint-open-image = Otwórz obraz { $number }
hint-text-video = Ten film powstał tylko z tekstu, więc nie ma obrazu. Otwórz obraz, żeby robić z niego filmy.
hint-reload = Odśwież stronę
hint-unreachable = { $problem }. Historia nadal działa.
hint-try-again = Spróbuj ponownie

limit-over = Limit Grok powinien już minąć. Możesz wznowić.
limit-until = Grok utworzy kolejne filmy o { $time }.
limit-until-tomorrow = Grok utworzy kolejne filmy jutro o { $time }.
limit-until-date = Grok utworzy kolejne filmy { $date } o { $time }.
quota-none = Nie ma już filmów.
quota-none-until = Nie ma już filmów do { $time }.
quota-left = { $count ->
    [one] Pozostał { $count } film.
    [few] Pozostały { $count } filmy.
    [many] Pozostało { $count } filmów.
   *[other] Pozostało { $count } filmu.
}
quota-left-until = { $count ->
    [one] Do { $time } pozostał { $count } film.
    [few] Do { $time } pozostały { $count } filmy.
    [many] Do { $time } pozostało { $count } filmów.
   *[other] Do { $time } pozostało { $count } filmu.
}

max-retries = Maks. ponowień
video-goal = Cel
auto-retry = Automatyczne ponawianie
number-fewer = Mniej: { $label }
number-more = Więcej: { $label }
number-range = Wpisz liczbę całkowitą od { $least } do { $most }.
limits-end-title = To zakończy sesję
limits-end-goal = Cel { $number } jest już osiągnięty. Sesja zakończy się teraz.
limits-end-retries = Maksimum ponowień { $number } jest już wykorzystane. Sesja zakończy się teraz.
limits-end-no = Kontynuuj sesję
limits-end-yes = Zakończ sesję

prompt = Prompt
prompt-empty = Pozostaw puste, aby zachować prompt na stronie
prompt-from-image = Użyj promptu obrazu
prompt-no-image = Najpierw otwórz obraz, potem użyj promptu.
start = Start
stop = Zatrzymaj
go-on = Kontynuuj
pause = Wstrzymaj
pause-hint = Bieżący film jeszcze się dokończy. Nic więcej nie ruszy, dopóki nie wznowisz.
enqueue = Dodaj do kolejki
enqueue-hint = Ruszy po wcześniejszych obrazach
resume-hint = Kontynuuj z tym samym promptem i pozostałymi ponowieniami
start-needs-auto-retry = Włącz automatyczne ponawianie, aby zacząć.
start-needs-limits = Popraw limity, aby zacząć.
start-cost = Najwyżej { $attempts }.
estimate = Orientacyjnie: { $attempts }, { $credits }.
estimate-time = Orientacyjnie: { $attempts }, { $credits }, { $time }.
start-over = Zacznij od nowa
start-hint = Rozpocznij sesję
stop-hint = Grok i tak dokończy bieżący film, co może kosztować kredyt
point-button = Wskaż przycisk
point-prompt-box = Wskaż pole promptu
remedy-reload = Odśwież stronę
remedy-open = Otwórz obraz
remedy-auto-retry = Włącz automatyczne ponawianie
remedy-data-folder = Otwórz folder danych
pick-prompt-box = Kliknij pole promptu na stronie. Esc anuluje.
pick-button = Kliknij na stronie przycisk, który tworzy film. Esc anuluje.

waiting-label = Wstrzymane sesje
waiting-title = Wstrzymane sesje
interrupted-label = Przerwane sesje
interrupted-title = { $count ->
    [one] { $count } sesja została przerwana przy zamknięciu Retake
    [few] { $count } sesje zostały przerwane przy zamknięciu Retake
    [many] { $count } sesji zostało przerwanych przy zamknięciu Retake
   *[other] { $count } sesji zostało przerwanych przy zamknięciu Retake
}
dismiss = Odrzuć
close-title = Zamknąć Retake?
close-question = Trwa sesja. Zamknięcie Retake ją przerwie; możesz ją później wznowić.
close-no = Nie zamykaj
close-yes = Zamknij Retake

queue = Kolejka
queue-empty = Kolejka jest pusta. Dodaj obraz ze strony przyciskiem „Dodaj do kolejki” albo dowolny obraz z historii.
queue-emptied = Kolejka jest pusta
queue-removed = „{ $name }” nie jest już w kolejce
queue-sum = Najwyżej { $attempts }
queue-sum-left = Najwyżej { $attempts }, zostało: { $videos }
queue-health = Otwórz Stan
queue-pause = Wstrzymaj
queue-clear = Wyczyść kolejkę
queue-after-session = Następny ruszy po zakończeniu tej sesji
queue-opening = Otwieranie następnego obrazu
queue-next-in = Następny obraz za { $time }. Korzystaj ze strony, aby zaczekał.
queue-paused-user = Wstrzymane przez Ciebie
queue-paused-rate-limited = Wstrzymano: osiągnięto limit Grok
queue-paused-stopped = Wstrzymano: zatrzymano sesję
queue-paused-timed-out = Wstrzymano: ostatnia sesja przekroczyła czas
queue-paused-restarted = Wstrzymano: Retake uruchomiono ponownie
queue-paused-not-shown = Wstrzymano: nie udało się otworzyć następnego obrazu
queue-paused-refused = Wstrzymano: następna sesja nie mogła ruszyć (zobacz Stan)
queue-up = W górę
queue-remove = Usuń
queue-import = Dodaj z CSV
queue-import-hint = Plik z kolumnami image (id lub adres posta), prompt, max_retries i goal
queue-import-take = Dodaj: { $images }
queue-import-none = Nie można dodać żadnego wiersza tego pliku.
queue-import-line = Wiersz { $line }: { $why }
queue-edit = Edytuj
queue-edit-starts-over = To już się zaczęło. Po zapisaniu zacznie się od nowa.
queue-move = Przenieś „{ $name }”, miejsce { $place } z { $count }
queue-move-hint = Przeciągnij, aby przenieść, lub naciśnij strzałki w górę i w dół
queue-done = Gotowe
queue-done-cleared = Lista gotowych została wyczyszczona
queue-done-clear = Wyczyść listę
queue-retry-failed = Ponów nieudane ({ $count })
queue-retry-failed-hint = Dodaje ponownie do kolejki to, co zakończyło się bez osiągnięcia celu
queue-twice = Ten obraz jest już w kolejce. Zastąpić jego prompt i limity?
queue-twice-no = Zostaw bez zmian
queue-twice-yes = Zastąp

log = Dziennik

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Kopiuj identyfikator
library = Biblioteka
tabs-label = Części panelu bocznego
tab-make = Tworzenie
make-empty = Limity i prompt pojawią się tutaj, gdy otworzysz obraz.
results = Wyniki
results-failed = niepowodzenia: { $failures }
result-open-hint = Pokaż na stronie Grok
result-play = Odtwórz
result-star = Gwiazdka
result-star-hint = Biblioteka pokazuje go jako „Wybrany”
commands = Wszystkie polecenia
commands-ask = Co chcesz zrobić?
commands-list = Polecenia
commands-none = Żadne polecenie nie pasuje.
palette-resume = Wznów sesję
palette-enqueue = Dodaj ten obraz do kolejki
palette-prompt = Edytuj prompt
palette-pause = Wstrzymaj sesję
palette-go-on = Kontynuuj sesję
palette-queue-pause = Wstrzymaj kolejkę
palette-queue-go-on = Kontynuuj kolejkę
palette-copy-id = Kopiuj identyfikator obrazu
palette-back = Wstecz na stronie
palette-forward = Dalej na stronie
palette-home = Przejdź do strony głównej Grok
palette-go = Przejdź do: { $place }
palette-settings = Ustawienia: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Rozmiar rzeczywisty
give-image = Przekaż stronie obraz ze schowka
grip = Szerokość panelu bocznego
codecs-cant-play = Filmy się tu nie odtwarzają.
codecs-general = Temu systemowi brakuje H.264 lub AAC: zainstaluj wtyczkę libav GStreamera oraz wtyczki „good” i „bad”, a w Windows N pakiet Media Feature Pack. Potem uruchom Retake ponownie.
codecs-packages = { $system }: brakuje H.264 lub AAC. Zainstaluj te pakiety i uruchom Retake ponownie:
codecs-repository = Może być też potrzebne { $name }.
codecs-copy = Kopiuj polecenie
machine = Ten komputer
machine-plays = Odtwarza H.264 i AAC
machine-graphics-own = Grafika taka, jak rysuje ją system
machine-graphics-with = Grafika z
