# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = Historia
history-empty = Nie ma jeszcze obrazów. Pojawi się tu każdy obraz, z którego tworzysz filmy.
history-step-sign-in = Zaloguj się do Grok. Logowanie Google nie działa w aplikacjach; użyj e-maila, X lub Apple.
history-step-image = Otwórz obraz, a potem ustaw, ile filmów chcesz i na ile ponowień pozwalasz.
history-step-start = Naciśnij Start. Retake klika przycisk Grok za Ciebie i zatrzymuje się na Twoich limitach.
history-no-match = Brak wyników.
history-clear = Wyczyść filtry
history-search-label = Przeszukaj historię po prompcie lub identyfikatorze
history-order = Sortuj według
history-order-recent = Ostatnie
history-order-videos = Najwięcej filmów
history-order-rate = Najlepszy wynik
history-outcome = Wynik
history-outcome-all = Wszystkie obrazy
history-outcome-completed = Z filmami
history-outcome-without = Jeszcze bez filmów
history-outcome-moderated = Zmoderowane
history-outcome-failed = Nieudane
history-outcome-running = W toku
history-outcome-resumable = Można wznowić
history-period = Czas
history-period-any = Dowolny czas
history-period-day = Ostatnie 24 godziny
history-period-week = Ostatnie 7 dni
history-period-month = Ostatnie 30 dni

card-moderated = Zmoderowane: { $count }
card-failed = Nieudane: { $count }
card-rate = Skuteczność
detail-created = Utworzono
detail-limits = Limity
detail-auto-retry-on = { $limits }, automatyczne ponawianie włączone
detail-auto-retry-off = { $limits }, automatyczne ponawianie wyłączone
detail-pages = { $count ->
    [one] { $count } strona Grok
    [few] { $count } strony Grok
    [many] { $count } stron Grok
   *[other] { $count } strony Grok
}
detail-open-hint = Otwiera ten obraz w Grok
detail-resume-hint = Otwiera obraz i wznawia jego ostatnią sesję
detail-enqueue-hint = Dodaje do kolejki z ostatnim promptem i własnymi limitami
detail-copy-prompt = Kopiuj prompt
detail-stop-first = Zatrzymaj sesję, aby usunąć historię.
detail-delete-question = Usunąć historię tego obrazu? Znikną wszystkie jego sesje i próby.
detail-delete = Usuń historię

sessions = Sesje
prompt-use = Użyj
prompt-use-hint = Wstaw ten prompt w pole promptu
prompt-add = Dodaj
prompt-add-hint = Dodaj do promptu obrazu na stronie
timeline = Oś czasu
by-hand = Utworzone ręcznie
clip-length = klip { $length }
took = trwało { $span }
step-waiting = Czeka na kliknięcie: { $kind }
step-unanswered = Kliknięto, strona nie odpowiedziała: { $kind }
step-clicked = Kliknięto: { $kind }
step-not-clicked = Nie kliknięto: { $reason }
step-dropped = Anulowano przed wykonaniem: { $kind }
step-first = pierwsza próba
step-retry = ponowienie
step-next = następny film
step-pause = po przerwie { $span }
step-late = spóźnienie { $span }: strona pokazywała coś innego lub wcześniej było inne kliknięcie

video-save = Zapisz
video-save-hint = Zapisz ten film
video-saving = Zapisywanie…
video-saved = Zapisano: { $file }
video-not-saved = Nie zapisano. { $reason }
video-retry = Spróbuj ponownie
video-show = Pokaż
video-show-hint = Pokaż plik w folderze

notice-deleting = Usuwanie „{ $name }”
notice-undo = Cofnij
notice-delete-now = Usuń teraz
notice-resuming = Otwieranie „{ $name }”, aby wznowić sesję
notice-not-resumed = Strona nie pokazała „{ $name }” w ciągu { $span }, więc nic nie wznowiono. Otwórz obraz i naciśnij Wznów.
download-running = Zapisywanie { $name }: { $bytes }
download-running-of = Zapisywanie { $name }: { $bytes } z { $all }
download-saved = Zapisano w { $path }
download-failed = Nie zapisano { $name }. { $reason }

chance-none = Żadna próba jeszcze się nie skończyła.
chance-no-video = Nie ma jeszcze filmu. Na jeden potrzeba co najmniej: { $attempts }.
chance-about = Około { $typical } prób na film.
chance-between = Około { $typical } prób na film, zapewne od { $least } do { $most }.
chance-goal = Zapewne potrzeba na { $videos }: około { $attempts }.
chance-goal-between = Zapewne potrzeba na { $videos }: od { $least } do { $most } prób.
rate-of-attempts = prób dało film
rate-likely = zapewne { $low }–{ $high }
layer-early = { $count } na początku (0–24%)
layer-half-way = { $count } w połowie (25–87%)
layer-late = { $count } pod koniec (88–100%)
