# What many parts of the sidebar say.

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
limits = { $videos }, не более { $retries }
