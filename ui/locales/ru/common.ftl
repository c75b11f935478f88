# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = ОК
cancel = Отмена
open = Открыть
resume = Возобновить
delete = Удалить
export = Экспорт
copy = Копировать
copied = Скопировано
copy-failed = Не удалось скопировать. Выделите текст и нажмите Ctrl+C.
loading = Загрузка…
no-answer = Retake не ответил ({ $reason }). Повторите попытку или перезапустите Retake.
storage-problem = Не удаётся записать на диск: { $problem }. Можно просматривать имеющееся, но сессии не запускаются.
image-without-prompt = Изображение без промпта
video-without-prompt = Видео без промпта
image-unknown = Изображение неизвестно
image-unknown-hint = Неизвестно, из какого изображения это видео, поэтому оно нигде не учитывается
from-text = Из текста
videos-count = { $count ->
    [one] { $count } видео
    [few] { $count } видео
    [many] { $count } видео
   *[other] { $count } видео
}
retries-count = { $count ->
    [one] { $count } повтор
    [few] { $count } повтора
    [many] { $count } повторов
   *[other] { $count } повтора
}
attempts-count = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
    [many] { $count } попыток
   *[other] { $count } попытки
}
sessions-count = { $count ->
    [one] { $count } сессия
    [few] { $count } сессии
    [many] { $count } сессий
   *[other] { $count } сессии
}
credits-count = { $count ->
    [one] { $count } кредит
    [few] { $count } кредита
    [many] { $count } кредитов
   *[other] { $count } кредита
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } видео
    [few] { $made }/{ $goal } видео
    [many] { $made }/{ $goal } видео
   *[other] { $made }/{ $goal } видео
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } повтор
    [few] { $used }/{ $most } повтора
    [many] { $used }/{ $most } повторов
   *[other] { $used }/{ $most } повтора
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, не более { $retries }
back = Назад
search = Поиск
