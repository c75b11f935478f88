# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = История
history-empty = Изображений пока нет. Здесь появится каждое изображение, из которого вы делаете видео.
history-step-sign-in = Войдите в Grok. Вход через Google в приложениях не работает: используйте почту, X или Apple.
history-step-image = Откройте изображение и укажите, сколько видео нужно и сколько повторов допустимо.
history-step-start = Нажмите «Начать». Retake нажимает кнопку Grok за вас и останавливается у ваших пределов.
history-no-match = Совпадений нет.
history-clear = Сбросить фильтры
history-search-label = Поиск в истории по промпту или id
history-order = Сортировка
history-order-recent = Недавние
history-order-videos = Больше видео
history-order-rate = Лучшая доля
history-outcome = Результат
history-outcome-all = Все изображения
history-outcome-completed = С видео
history-outcome-without = Пока без видео
history-outcome-moderated = Отклонённые
history-outcome-failed = С ошибкой
history-outcome-running = Выполняются
history-outcome-resumable = Можно возобновить
history-period = Время
history-period-any = За всё время
history-period-day = За 24 часа
history-period-week = За 7 дней
history-period-month = За 30 дней

card-moderated = Отклонено: { $count }
card-failed = Ошибок: { $count }
card-rate = Доля успеха
detail-created = Создано
detail-limits = Пределы
detail-auto-retry-on = { $limits }, автоповтор включён
detail-auto-retry-off = { $limits }, автоповтор выключен
detail-pages = { $count ->
    [one] { $count } страница Grok
    [few] { $count } страницы Grok
    [many] { $count } страниц Grok
   *[other] { $count } страницы Grok
}
detail-open-hint = Открывает это изображение в Grok
detail-resume-hint = Открывает изображение и возобновляет его последнюю сессию
detail-enqueue-hint = Ставит в очередь с последним промптом и своими пределами
detail-copy-prompt = Копировать промпт
detail-stop-first = Остановите сессию, чтобы удалить историю.
detail-delete-question = Удалить историю этого изображения? Все его сессии и попытки будут удалены.
detail-delete = Удалить историю

sessions = Сессии
prompt-use = Взять
prompt-use-hint = Вставить этот промпт в поле промпта
prompt-add = Добавить
prompt-add-hint = Добавить к промпту изображения на странице
timeline = Хронология
by-hand = Сделано вручную
clip-length = клип { $length }
took = заняло { $span }
step-waiting = Ждёт нажатия: { $kind }
step-unanswered = Нажато, страница не ответила: { $kind }
step-clicked = Нажато: { $kind }
step-not-clicked = Не нажато: { $reason }
step-dropped = Отменено до выполнения: { $kind }
step-first = первая попытка
step-retry = повтор
step-next = следующее видео
step-pause = после паузы { $span }
step-late = опоздание { $span }: страница показывала другое или раньше было другое нажатие

video-save = Сохранить
video-save-hint = Сохранить это видео
video-saving = Сохранение…
video-saved = Сохранено: { $file }
video-not-saved = Не сохранено. { $reason }
video-retry = Повторить
video-show = Показать
video-show-hint = Показать файл в папке

notice-deleting = Удаляется «{ $name }»
notice-undo = Отменить
notice-delete-now = Удалить сейчас
notice-resuming = Открывается «{ $name }», чтобы возобновить сессию
notice-not-resumed = Страница не показала «{ $name }» за { $span }, поэтому ничего не возобновлено. Откройте изображение и нажмите «Возобновить».
download-running = Сохраняется { $name }: { $bytes }
download-running-of = Сохраняется { $name }: { $bytes } из { $all }
download-saved = Сохранено в { $path }
download-failed = { $name } не сохранён. { $reason }

chance-none = Ни одна попытка ещё не завершилась.
chance-no-video = Видео пока нет. На одно понадобится не меньше: { $attempts }.
chance-about = Около { $typical } попыток на видео.
chance-between = Около { $typical } попыток на видео, вероятно от { $least } до { $most }.
chance-goal = Вероятно, для цели ({ $videos }) нужно: около { $attempts }.
chance-goal-between = Вероятно, для цели ({ $videos }) нужно попыток: от { $least } до { $most }.
rate-of-attempts = попыток дали видео
rate-likely = вероятно { $low }–{ $high }
layer-early = { $count } в начале (0–24 %)
layer-half-way = { $count } на полпути (25–87 %)
layer-late = { $count } в конце (88–100 %)
