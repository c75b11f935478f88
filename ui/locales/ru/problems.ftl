# What was not as expected, in Health; the technical details stand below each.

problem-queue = Очередь не смогла продолжить
problem-page-script = Часть скрипта Retake на странице не сработала
problem-command-refused = Запрос отклонён
problem-store-unreadable = Не удалось прочитать данные изображения Grok
problem-progress = Страница показала невозможный ход
problem-action-result = Ответ страницы на нажатие не имел смысла
problem-ambiguous-ids = У попыток противоречивые id
problem-not-confirmed = Конец попытки не подтверждён
problem-access-refused = Grok отказался делать видео
problem-too-much = Страница отправила слишком много сразу
problem-counts-differ = Grok и Retake расходятся насчёт попытки
problem-skipped-entries = Пропущены записи без пригодного id
problem-unknown-status = У попытки неизвестный статус
problem-unusable-keys = Некоторые id изображений непригодны
problem-other-version = У данных изображения Grok новая версия
problem-other = Произошло что-то неожиданное
