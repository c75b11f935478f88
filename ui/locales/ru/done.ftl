# What was done, as a notice says it.

pick-unchanged = Ничего не изменилось.
pick-done = Готово. Это можно отменить в настройках.
recording-started = Идёт запись в { $file }.
recording-holds = В ней ваши промпты и данные страницы Grok.
recording-stopped = Запись в файле { $file }.
recording-caution = В ней ваши промпты и данные страницы Grok. Просмотрите её, прежде чем делиться.
signed-out = Вы вышли, данные страницы удалены. История Retake остаётся.
prompts-exported = Сохранённые промпты экспортированы в { $file }.
exported-to = Экспортировано в { $file }.
backed-up-to = Резервная копия в { $file }.
imported = Импортировано нового: { $images }, { $sessions }, { $attempts }.
images-count = { $count ->
    [one] { $count } изображение
    [few] { $count } изображения
    [many] { $count } изображений
   *[other] { $count } изображения
}
forgotten = { $count ->
    [one] История { $count } изображения удалена.
    [few] История { $count } изображений удалена.
    [many] История { $count } изображений удалена.
   *[other] История { $count } изображения удалена.
}
files-stay = Копии, экспорт и сохранённые видео остались.
restored = Копия восстановлена.
restore-kept = Прежняя история сохранена в { $file }.
taken-over = Импортировано из расширения браузера. Новых: { $taken }. Уже были: { $known }. Ждут изображения: { $waiting }.
taken-over-waits = Ожидающие записи пробуются снова, когда страница Grok показывает другие изображения:
and-more = - и ещё { $count }
exported-images = Экспортировано в { $file }: { $images }.
