# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Serve il tuo intervento – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – accesso – Retake
title-sign-in-empty = Pagina vuota – accesso – Retake
title-sign-in-own = Pagina di Grok – accesso – Retake

notification-needs-user = Retake ha bisogno di te
notification-success = Obiettivo raggiunto
notification-max-retries = Tentativi esauriti
notification-timed-out = Sessione: tempo scaduto
notification-rate-limited = Sessione terminata: limite di Grok
notification-stale = Sessione terminata: Grok ha perso l’immagine
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Apri Retake per i dettagli.

page-unloadable = Impossibile caricare { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = Impossibile caricare { $host }: { $reason }
page-silent = { $host } non risponde
page-process-ended = Il processo della pagina è terminato in modo imprevisto.
page-unloadable-advice = Controlla la connessione e riprova. La tua cronologia nella barra laterale funziona ancora.
page-try-again = Riprova
page-sign-in = Accedi per continuare
page-sign-in-advice = Hai chiuso la finestra? Riaprila. La cronologia nella barra laterale funziona senza accesso.
page-sign-in-why = Grok vuole che tu acceda. Si è aperta una finestra apposita.
page-sign-in-button = Accedi

choose-folder = Scegli una cartella
