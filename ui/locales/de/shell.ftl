# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Braucht dich – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – anmelden – Retake
title-sign-in-empty = Leere Seite – anmelden – Retake
title-sign-in-own = Groks eigene Seite – anmelden – Retake

notification-needs-user = Retake braucht dich
notification-success = Ziel erreicht
notification-max-retries = Keine Wiederholungen mehr
notification-timed-out = Zeit der Sitzung abgelaufen
notification-rate-limited = Sitzung beendet: Groks Limit
notification-stale = Sitzung beendet: Grok hat das Bild verloren
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Öffne Retake für Einzelheiten.

page-unloadable = { $host } kann nicht geladen werden
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = { $host } kann nicht geladen werden: { $reason }
page-silent = { $host } antwortet nicht
page-process-ended = Der Prozess der Seite wurde unerwartet beendet.
page-unloadable-advice = Prüfe die Verbindung und versuche es dann noch einmal. Dein Verlauf in der Seitenleiste funktioniert weiter.
page-try-again = Noch einmal versuchen
page-sign-in = Melde dich an, um fortzufahren
page-sign-in-advice = Fenster geschlossen? Öffne es wieder. Dein Verlauf in der Seitenleiste funktioniert auch ohne Anmeldung.
page-sign-in-why = Grok möchte, dass du dich anmeldest. Dafür hat sich ein Fenster geöffnet.
page-sign-in-button = Anmelden

choose-folder = Ordner auswählen
