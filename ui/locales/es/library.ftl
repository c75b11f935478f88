# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Vídeos
images = Imágenes
library-kind = Qué se muestra
library-search = Prompts, etiquetas, notas, ID
library-no-match = Sin resultados. Cambia la búsqueda o los filtros.
library-no-videos = Aún no hay vídeos. Aparecerán aquí en cuanto Grok termine uno.
library-no-images = Aún no hay imágenes. Aparecerán aquí cuando hagas un vídeo con una.
size = Tamaño
date = Fecha

filters = Filtros
filters-clear = Mostrar todo
filters-kept = Tus filtros
filter-name = Nombre del filtro
filter-saved = Guardado
filter-resumable = La sesión se puede reanudar
filter-queued = En la cola
filter-nothing = Nada todavía
choose = Elegir…
remove = Quitar
yes = Sí
no = No
check-files = Comprobar archivos
check-files-hint = Busca vídeos guardados que faltan, están dañados o repetidos

# What you think of an item: stars, pick or reject, tags, a note.
rating = Valoración
not-rated = Sin valorar
stars-of-five = { $stars } de 5 estrellas
# The group of the two buttons below.
pick = Selección
pick-it = Elegir
reject-it = Rechazar
picked = Elegido
rejected = Rechazado
pick-neither = Ninguno
tags = Etiquetas
tag-add = Añade una etiqueta y pulsa Intro
tag-remove = Quitar la etiqueta { $tag }
note = Nota
key-hint = Tecla { $key }
key-space = Barra espaciadora

selected = Seleccionados
selected-count = Seleccionados: { $count }
done = Listo
library-deleting = { $count ->
    [one] El historial de { $count } imagen se eliminará en { $time }. Los archivos guardados se conservan.
   *[other] El historial de { $count } imágenes se eliminará en { $time }. Los archivos guardados se conservan.
}

close = Cerrar
previous = Anterior
next = Siguiente
place-of = { $place } de { $count }
queued = En cola
facts = Detalles
fact-date = Creado el
fact-length = Duración
fact-resolution = Resolución
fact-file = Archivo
fact-image = Imagen
fact-image-id = ID de la imagen
fact-videos-rate = { $videos }, { $rate } de éxito
open-on-grok = Abrir en Grok
show-file = Mostrar el archivo
save-again = Guardar de nuevo
save-frame = Guardar el último fotograma
frame-not-drawn = No se pudo guardar el último fotograma porque el vídeo no se reproduce aquí.
only-saved-play = Aquí solo se reproducen los vídeos guardados.
video-broken = No se puede reproducir { $file }: está dañado o ya no está donde se guardó.
codec-missing = Este sistema no puede reproducir vídeo H.264, que es el de Grok. En Debian y Ubuntu instala gstreamer1.0-libav y gstreamer1.0-plugins-bad, en Fedora gstreamer1-plugin-libav y gstreamer1-plugins-bad-free, y reinicia Retake.
compare = Comparar
compare-play = Reproducir o pausar
compare-swap = Intercambiar
compare-not-saved = No está guardado, así que no se reproduce
