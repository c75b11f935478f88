# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Precisa de você – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – entrar – Retake
title-sign-in-empty = Página vazia – entrar – Retake
title-sign-in-own = Página do Grok – entrar – Retake

notification-needs-user = O Retake precisa de você
notification-success = Meta alcançada
notification-max-retries = Sem novas tentativas
notification-timed-out = Sessão: tempo esgotado
notification-rate-limited = Sessão encerrada: limite do Grok
notification-stale = Sessão encerrada: o Grok perdeu a imagem
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Abra o Retake para ver os detalhes.

page-unloadable = Não é possível carregar { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = Não é possível carregar { $host }: { $reason }
page-silent = { $host } não responde
page-process-ended = O processo da página terminou inesperadamente.
page-unloadable-advice = Verifique sua conexão e tente de novo. Seu histórico na barra lateral continua funcionando.
page-try-again = Tentar de novo
page-sign-in = Entre para continuar
page-sign-in-advice = Fechou a janela? Abra de novo. Seu histórico na barra lateral funciona sem entrar.
page-sign-in-why = O Grok quer que você entre. Uma janela foi aberta para isso.
page-sign-in-button = Entrar

choose-folder = Escolher uma pasta
