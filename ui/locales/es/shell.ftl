# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Te necesita – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – iniciar sesión – Retake
title-sign-in-empty = Página vacía – iniciar sesión – Retake
title-sign-in-own = Página de Grok – iniciar sesión – Retake

notification-needs-user = Retake te necesita
notification-success = Objetivo logrado
notification-max-retries = Sin reintentos
notification-timed-out = Sesión: tiempo agotado
notification-rate-limited = Sesión terminada: límite de Grok
notification-stale = Sesión terminada: Grok perdió su imagen
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Abre Retake para ver los detalles.

page-unloadable = No se puede cargar { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = No se puede cargar { $host }: { $reason }
page-silent = { $host } no responde
page-process-ended = El proceso de la página terminó de forma inesperada.
page-unloadable-advice = Comprueba tu conexión e inténtalo de nuevo. Tu historial en la barra lateral sigue funcionando.
page-try-again = Reintentar
page-sign-in = Inicia sesión para continuar
page-sign-in-advice = ¿Cerraste la ventana? Ábrela de nuevo. Tu historial en la barra lateral funciona sin iniciar sesión.
page-sign-in-why = Grok quiere que inicies sesión. Se ha abierto una ventana para ello.
page-sign-in-button = Iniciar sesión

choose-folder = Elegir una carpeta
