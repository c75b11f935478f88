# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Wymaga uwagi – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – logowanie – Retake
title-sign-in-empty = Pusta strona – logowanie – Retake
title-sign-in-own = Strona Grok – logowanie – Retake

notification-needs-user = Retake wymaga Twojej uwagi
notification-success = Cel osiągnięty
notification-max-retries = Brak ponowień
notification-timed-out = Sesja przekroczyła czas
notification-rate-limited = Koniec sesji: limit Grok
notification-stale = Koniec sesji: Grok zgubił obraz
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Szczegóły znajdziesz w Retake.

page-unloadable = Nie można wczytać { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = Nie można wczytać { $host }: { $reason }
page-silent = { $host } nie odpowiada
page-process-ended = Proces strony nieoczekiwanie się zakończył.
page-unloadable-advice = Sprawdź połączenie i spróbuj ponownie. Historia na pasku bocznym nadal działa.
page-try-again = Spróbuj ponownie
page-sign-in = Zaloguj się, aby kontynuować
page-sign-in-advice = Okno zamknięte? Otwórz je ponownie. Historia na pasku bocznym działa bez logowania.
page-sign-in-why = Grok prosi o zalogowanie. Otwarto w tym celu okno.
page-sign-in-button = Zaloguj się

choose-folder = Wybierz folder
