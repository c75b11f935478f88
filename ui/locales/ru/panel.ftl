# The page bar, the session's panel, what waits and what is queued.

page-bar = Страница Grok
page-back = Назад
page-forward = Вперёд
page-reload = Обновить
page-home = Домой
page-tools = Поиск и масштаб
page-find = Найти на странице
page-find-none = Совпадений нет
page-find-previous = Предыдущее совпадение
page-find-next = Следующее совпадение
page-zoom-out = Уменьшить
page-zoom-in = Увеличить

session = Сессия
session-videos = Видео
session-retries = Повторы
session-credits = Кредиты
session-progress = Ход этой попытки

# The state of the session, in a word or two.
status-idle = Готово
status-unreachable = Нет страницы
status-needs-user = Нужны вы
status-running = Выполняется
status-waiting = Ожидание
status-paused = Пауза
status-success = Цель достигнута
status-max-retries = Повторы исчерпаны
status-timed-out = Время вышло
status-rate-limited = Лимит исчерпан
status-cancelled = Остановлено
status-stale = Потеряно Grok
status-interrupted = Прервано

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Начало через
activity-retry = Повтор через
activity-next = Следующее видео через
activity-clicking = Нажимаем кнопку Grok
activity-generating = Создаётся
activity-reloaded = Страница обновлена. Ждём вестей об этой попытке
activity-confirming = { $outcome }, подтверждается у Grok
activity-elsewhere = Откройте это изображение, чтобы продолжить
activity-paused = Автоповтор выключен. Retake только считает ваши попытки.
activity-quiet = Ждём Grok
ended-success = У вас есть все нужные видео.
ended-max-retries = Все повторы использованы.
ended-timed-out = Grok не ответил после последнего нажатия.
ended-rate-limited = Вы достигли лимита Grok. Попробуйте позже.
ended-cancelled = Остановлено вами.
ended-stale = Grok убрал это изображение со страницы, обычно после обновления. Возобновите, чтобы продолжить.
ended-interrupted = Retake был закрыт во время этой сессии.
attempt-pending = Ожидает
attempt-processing = Создаётся
attempt-completed = Завершено
attempt-moderated = Отклонено модерацией
attempt-failed = Ошибка
attempt-unknown = Конец не виден
attempt-early = в начале
attempt-half-way = на полпути
attempt-late = в конце
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, вероятно
failures-early = { $count } в начале
failures-half-way = { $count } на полпути
failures-late = { $count } в конце

hint-no-post = Откройте изображение в Grok, чтобы начать.
hint-looking = Ищем изображение…
hint-no-image = На этой странице изображение не найдено. Откройте одно из своих изображений или обновите страницу.
hint-several-images = Это видео создано из нескольких изображений. Откройте нужное.
hint-open-image = Открыть изображение { $number }
hint-text-video = Это видео создано только из текста, поэтому изображения у него нет. Откройте изображение, чтобы делать из него видео.
hint-reload = Обновить страницу
hint-unreachable = { $problem }. История по-прежнему работает.
hint-try-again = Повторить

limit-over = Лимит Grok уже должен закончиться. Можно возобновить.
limit-until = Grok продолжит создавать видео в { $time }.
limit-until-tomorrow = Grok продолжит создавать видео завтра в { $time }.
limit-until-date = Grok продолжит создавать видео { $date } в { $time }.
quota-none = Видео больше не осталось.
quota-none-until = Видео не осталось до { $time }.
quota-left = { $count ->
    [one] Осталось { $count } видео.
    [few] Осталось { $count } видео.
    [many] Осталось { $count } видео.
   *[other] Осталось { $count } видео.
}
quota-left-until = { $count ->
    [one] Осталось { $count } видео до { $time }.
    [few] Осталось { $count } видео до { $time }.
    [many] Осталось { $count } видео до { $time }.
   *[other] Осталось { $count } видео до { $time }.
}

max-retries = Макс. повторов
video-goal = Цель
auto-retry = Автоповтор
number-fewer = Меньше: { $label }
number-more = Больше: { $label }
number-range = Введите целое число от { $least } до { $most }.
limits-end-title = Это завершит сессию
limits-end-goal = Цель { $number } уже достигнута. Сессия завершится сейчас.
limits-end-retries = Максимум повторов { $number } уже использован. Сессия завершится сейчас.
limits-end-no = Продолжать
limits-end-yes = Завершить сессию

prompt = Промпт
prompt-empty = Оставьте пустым, чтобы сохранить промпт страницы
prompt-from-image = Взять промпт изображения
prompt-no-image = Сначала откройте изображение, затем используйте промпт.
start = Начать
stop = Остановить
go-on = Продолжить
pause = Пауза
pause-hint = Текущее видео ещё завершится. Больше ничего не начнётся, пока вы не продолжите.
enqueue = В очередь
enqueue-hint = Запустится после изображений перед ним
resume-hint = Продолжить с тем же промптом и оставшимися повторами
start-needs-auto-retry = Включите автоповтор, чтобы начать.
start-needs-limits = Исправьте пределы, чтобы начать.
start-cost = До { $attempts }.
estimate = Примерно { $attempts }, { $credits }.
estimate-time = Примерно { $attempts }, { $credits }, { $time }.
start-over = Начать заново
start-hint = Начать сессию
stop-hint = Grok всё равно закончит текущее видео, это может стоить кредит
point-button = Показать кнопку
point-prompt-box = Показать поле промпта
remedy-reload = Обновить страницу
remedy-open = Открыть изображение
remedy-auto-retry = Включить автоповтор
remedy-data-folder = Открыть папку данных
pick-prompt-box = Нажмите на поле промпта на странице. Esc — отмена.
pick-button = Нажмите на странице кнопку, которая создаёт видео. Esc — отмена.

waiting-label = Сессии на паузе
waiting-title = Сессии на паузе
interrupted-label = Прерванные сессии
interrupted-title = { $count ->
    [one] { $count } сессия прервана при закрытии Retake
    [few] { $count } сессии прерваны при закрытии Retake
    [many] { $count } сессий прервано при закрытии Retake
   *[other] { $count } сессии прервано при закрытии Retake
}
dismiss = Скрыть
close-title = Закрыть Retake?
close-question = Идёт сессия. При закрытии Retake она прервётся; её можно возобновить позже.
close-no = Не закрывать
close-yes = Закрыть Retake

queue = Очередь
queue-empty = Очередь пуста. Добавьте изображение со страницы кнопкой «В очередь» или любое изображение из истории.
queue-emptied = Очередь пуста
queue-removed = «{ $name }» больше не в очереди
queue-sum = До { $attempts }
queue-sum-left = До { $attempts }, осталось: { $videos }
queue-health = Открыть «Состояние»
queue-pause = Пауза
queue-clear = Очистить очередь
queue-after-session = Следующее начнётся после этой сессии
queue-opening = Открываем следующее изображение
queue-next-in = Следующее изображение через { $time }. Работайте со страницей, чтобы задержать его.
queue-paused-user = Приостановлено вами
queue-paused-rate-limited = Пауза: достигнут лимит Grok
queue-paused-stopped = Пауза: вы остановили сессию
queue-paused-timed-out = Пауза: время последней сессии вышло
queue-paused-restarted = Пауза: Retake перезапущен
queue-paused-not-shown = Пауза: не удалось открыть следующее изображение
queue-paused-refused = Пауза: следующая сессия не запустилась (см. «Состояние»)
queue-up = Выше
queue-remove = Убрать
queue-import = Добавить из CSV
queue-import-hint = Файл со столбцами image (id или адрес поста), prompt, max_retries и goal
queue-import-take = Добавить: { $images }
queue-import-none = Ни одну строку этого файла нельзя добавить.
queue-import-line = Строка { $line }: { $why }
queue-edit = Изменить
queue-edit-starts-over = Она уже начиналась. После сохранения начнётся заново.
queue-move = Переместить «{ $name }», место { $place } из { $count }
queue-move-hint = Перетащите или нажимайте стрелки вверх и вниз
queue-done = Готово
queue-done-cleared = Список готового очищен
queue-done-clear = Очистить список
queue-retry-failed = Повторить неудачные ({ $count })
queue-retry-failed-hint = Снова ставит в очередь то, что закончилось без достижения цели
queue-twice = Это изображение уже в очереди. Заменить его промпт и пределы?
queue-twice-no = Оставить как есть
queue-twice-yes = Заменить

log = Журнал

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Скопировать id
library = Библиотека
tabs-label = Части боковой панели
tab-make = Создание
make-empty = Пределы и промпт появятся здесь, когда открыто изображение.
results = Результаты
results-failed = неудачи: { $failures }
result-open-hint = Показать на странице Grok
result-play = Воспроизвести
result-star = Звезда
result-star-hint = В библиотеке помечено как «Отобрано»
commands = Все команды
commands-ask = Что вы хотите сделать?
commands-list = Команды
commands-none = Подходящих команд нет.
palette-resume = Возобновить сессию
palette-enqueue = Добавить это изображение в очередь
palette-prompt = Изменить промпт
palette-pause = Приостановить сессию
palette-go-on = Продолжить сессию
palette-queue-pause = Приостановить очередь
palette-queue-go-on = Продолжить очередь
palette-copy-id = Скопировать id изображения
palette-back = Назад на странице
palette-forward = Вперёд на странице
palette-home = На главную страницу Grok
palette-go = Перейти: { $place }
palette-settings = Настройки: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Исходный размер
give-image = Передать странице изображение из буфера обмена
grip = Ширина боковой панели
codecs-cant-play = Видео здесь не воспроизводятся.
codecs-general = В этой системе нет H.264 или AAC: установите модуль libav для GStreamer и модули «good» и «bad», а в Windows N — Media Feature Pack. Затем перезапустите Retake.
codecs-packages = { $system }: нет H.264 или AAC. Установите эти пакеты и перезапустите Retake:
codecs-repository = Возможно, понадобится и { $name }.
codecs-copy = Скопировать команду
machine = Этот компьютер
machine-plays = Воспроизводит H.264 и AAC
machine-graphics-own = Графика такая, как её рисует система
machine-graphics-with = Графика с
