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
attempt-early = na początku
attempt-half-way = w połowie
attempt-late = pod koniec
attempt-assumed = { $stage }, prawdopodobnie
failures-early = { $count } na początku
failures-half-way = { $count } w połowie
failures-late = { $count } pod koniec
summary-made = Powstało
summary-failures = Niepowodzenia
summary-no-failures = brak
summary-lasted = Trwało
hint-no-post = Otwórz obraz w Grok, aby zacząć.
hint-looking = Szukanie obrazu…
hint-no-image = Na tej stronie nie ma obrazu. Otwórz jeden ze swoich obrazów lub odśwież stronę.
hint-reload = Odśwież stronę
hint-unreachable = { $problem }. Historia nadal działa.
hint-try-again = Spróbuj ponownie
limit-over = Limit Grok powinien już minąć. Możesz wznowić.
limit-until = Grok utworzy kolejne filmy o { $time }.
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
enqueue = Dodaj do kolejki
enqueue-hint = Ruszy po wcześniejszych obrazach
resume-hint = Kontynuuj z tym samym promptem i pozostałymi ponowieniami
start-needs-auto-retry = Włącz automatyczne ponawianie, aby zacząć.
start-needs-number = Popraw liczbę powyżej, aby zacząć.
point-button = Wskaż przycisk
point-prompt-box = Wskaż pole promptu
remedy-reload = Odśwież stronę
remedy-open = Otwórz obraz
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
log = Dziennik
