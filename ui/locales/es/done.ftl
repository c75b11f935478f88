# What was done, as a notice says it.

pick-unchanged = No cambió nada.
pick-done = Listo. Puedes deshacerlo en Ajustes.
recording-started = Grabando en { $file }.
recording-holds = Contiene tus prompts y los datos de la página de Grok.
recording-stopped = La grabación está en { $file }.
recording-caution = Contiene tus prompts y los datos de la página de Grok. Revísala antes de compartirla.
signed-out = Has cerrado sesión y se borraron los datos de la página. Tu historial de Retake se mantiene.
prompts-exported = Prompts guardados exportados a { $file }.
exported-to = Exportado a { $file }.
backed-up-to = Copia de seguridad en { $file }.
imported = Importado, nuevo: { $images }, { $sessions } y { $attempts }.
images-count = { $count ->
    [one] { $count } imagen
   *[other] { $count } imágenes
}
forgotten = { $count ->
    [one] Historial de { $count } imagen eliminado.
   *[other] Historial de { $count } imágenes eliminado.
}
files-stay = Se conservaron las copias, las exportaciones y los vídeos guardados.
restored = Copia restaurada.
restore-kept = Tu historial anterior está guardado en { $file }.
taken-over = Importado de la extensión del navegador. Nuevos: { $taken }. Ya estaban: { $known }. Esperan su imagen: { $waiting }.
taken-over-waits = Las entradas en espera se reintentan cuando la página de Grok muestra más imágenes:
and-more = - y { $count } más
exported-images = Se exportaron { $images } a { $file }.
prompts-kept = { $count ->
    [one] { $count } prompt guardado.
   *[other] { $count } prompts guardados.
}
frame-saved = Guardado como { $file }.
check-none = Aún no hay ningún vídeo guardado.
check-looked-at = { $count ->
    [one] { $count } vídeo guardado comprobado.
   *[other] { $count } vídeos guardados comprobados.
}
check-missing = Faltan y se pueden volver a guardar: { $names }.
check-broken = Dañados y se pueden volver a guardar: { $names }.
check-doubled = El mismo vídeo con varios nombres: { $names }.
check-fine = Todos están, enteros y una sola vez.
names-and-more = { $names } y { $count } más
image-given = La página tiene la imagen.
