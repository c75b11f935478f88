# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Нужны вы – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – вход – Retake
title-sign-in-empty = Пустая страница – вход – Retake
title-sign-in-own = Страница Grok – вход – Retake

notification-needs-user = Retake нужны вы
notification-success = Цель достигнута
notification-max-retries = Повторы исчерпаны
notification-timed-out = Время сессии вышло
notification-rate-limited = Сессия завершена: лимит Grok
notification-stale = Сессия завершена: Grok потерял изображение
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Подробности — в Retake.

page-unloadable = Не удаётся загрузить { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = Не удаётся загрузить { $host }: { $reason }
page-silent = { $host } не отвечает
page-process-ended = Процесс страницы неожиданно завершился.
page-unloadable-advice = Проверьте подключение и повторите попытку. История в боковой панели по-прежнему работает.
page-try-again = Повторить
page-sign-in = Войдите, чтобы продолжить
page-sign-in-advice = Окно закрыто? Откройте его снова. История в боковой панели работает и без входа.
page-sign-in-why = Grok просит войти. Для этого открыто окно.
page-sign-in-button = Войти

choose-folder = Выбор папки
