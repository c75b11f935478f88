# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Heeft je nodig – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – inloggen – Retake
title-sign-in-empty = Lege pagina – inloggen – Retake
title-sign-in-own = Pagina van Grok – inloggen – Retake

notification-needs-user = Retake heeft je nodig
notification-success = Doel bereikt
notification-max-retries = Herhalingen op
notification-timed-out = Tijd van de sessie verstreken
notification-rate-limited = Sessie beëindigd: limiet van Grok
notification-stale = Sessie beëindigd: Grok is de afbeelding kwijt
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Open Retake voor de details.

page-unloadable = { $host } kan niet worden geladen
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = { $host } kan niet worden geladen: { $reason }
page-silent = { $host } antwoordt niet
page-process-ended = Het proces van de pagina is onverwacht gestopt.
page-unloadable-advice = Controleer je verbinding en probeer het opnieuw. Je geschiedenis in de zijbalk werkt nog.
page-try-again = Opnieuw proberen
page-sign-in = Log in om door te gaan
page-sign-in-advice = Venster gesloten? Open het opnieuw. Je geschiedenis in de zijbalk werkt zonder in te loggen.
page-sign-in-why = Grok wil dat je inlogt. Daarvoor is een venster geopend.
page-sign-in-button = Inloggen

choose-folder = Kies een map
