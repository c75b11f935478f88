# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Видео
images = Изображения
library-kind = Что показано
library-search = Промпты, метки, заметки, id
library-no-match = Ничего не найдено. Измените поиск или фильтры.
library-no-videos = Видео пока нет. Они появятся здесь, как только Grok закончит первое.
library-no-images = Изображений пока нет. Они появятся здесь, когда вы сделаете видео из изображения.
size = Размер
date = Дата

filters = Фильтры
filters-clear = Показать всё
filters-kept = Ваши фильтры
filter-name = Имя фильтра
filter-saved = Сохранено
filter-resumable = Сессию можно возобновить
filter-queued = В очереди
filter-nothing = Пока ничего
choose = Выбрать…
remove = Убрать
yes = Да
no = Нет
check-files = Проверить файлы
check-files-hint = Ищет сохранённые видео, которые пропали, повреждены или повторяются

# What you think of an item: stars, pick or reject, tags, a note.
rating = Оценка
not-rated = Без оценки
stars-of-five = { $stars } из 5 звёзд
# The group of the two buttons below.
pick = Отбор
pick-it = Отобрать
reject-it = Отклонить
picked = Отобрано
rejected = Отклонено
pick-neither = Ни то ни другое
tags = Метки
tag-add = Введите метку и нажмите Enter
tag-remove = Убрать метку { $tag }
note = Заметка
key-hint = Клавиша { $key }
key-space = Пробел

selected = Выбранное
selected-count = Выбрано: { $count }
done = Готово
library-deleting = { $count ->
    [one] История { $count } изображения будет удалена через { $time }. Сохранённые файлы останутся.
    [few] История { $count } изображений будет удалена через { $time }. Сохранённые файлы останутся.
    [many] История { $count } изображений будет удалена через { $time }. Сохранённые файлы останутся.
   *[other] История { $count } изображения будет удалена через { $time }. Сохранённые файлы останутся.
}

close = Закрыть
previous = Предыдущее
next = Следующее
place-of = { $place } из { $count }
queued = В очереди
facts = Подробности
fact-date = Создано
fact-length = Длительность
fact-resolution = Разрешение
fact-file = Файл
fact-image = Изображение
fact-image-id = Id изображения
fact-videos-rate = { $videos }, успешно { $rate }
open-on-grok = Открыть в Grok
show-file = Показать файл
save-again = Сохранить снова
save-frame = Сохранить последний кадр
frame-not-drawn = Не удалось сохранить последний кадр, потому что видео здесь не воспроизводится.
only-saved-play = Здесь воспроизводятся только сохранённые видео.
video-broken = Не удаётся воспроизвести { $file }: файл повреждён или его нет там, где он был сохранён.
codec-missing = Эта система не воспроизводит видео H.264, а видео Grok именно такие. В Debian и Ubuntu установите gstreamer1.0-libav и gstreamer1.0-plugins-bad, в Fedora gstreamer1-plugin-libav и gstreamer1-plugins-bad-free, и перезапустите Retake.
compare = Сравнить
compare-play = Воспроизведение или пауза
compare-swap = Поменять местами
compare-not-saved = Не сохранено, поэтому не воспроизводится
