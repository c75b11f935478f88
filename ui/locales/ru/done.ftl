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
prompts-kept = { $count ->
    [one] Сохранён { $count } промпт.
    [few] Сохранено { $count } промпта.
    [many] Сохранено { $count } промптов.
   *[other] Сохранено { $count } промпта.
}
frame-saved = Сохранено как { $file }.
check-none = Сохранённых видео пока нет.
check-looked-at = { $count ->
    [one] Проверено { $count } сохранённое видео.
    [few] Проверено { $count } сохранённых видео.
    [many] Проверено { $count } сохранённых видео.
   *[other] Проверено { $count } сохранённого видео.
}
check-missing = Отсутствуют, можно сохранить снова: { $names }.
check-broken = Повреждены, можно сохранить снова: { $names }.
check-doubled = Одно и то же видео под разными именами: { $names }.
check-fine = Все на месте, целы и в одном экземпляре.
names-and-more = { $names } и ещё { $count }
image-given = Изображение передано странице.
