# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = Historial
history-empty = Aún no hay imágenes. Aquí aparecerá cada imagen con la que hagas vídeos.
history-step-sign-in = Inicia sesión en Grok. El acceso con Google no funciona dentro de aplicaciones; usa el correo, X o Apple.
history-step-image = Abre una imagen y elige cuántos vídeos quieres y cuántos reintentos permites.
history-step-start = Pulsa Iniciar. Retake hace clic en el botón de Grok por ti y se detiene en tus límites.
history-no-match = Sin resultados.
history-clear = Borrar filtros
history-search-label = Buscar en el historial por prompt o id
history-order = Ordenar por
history-order-recent = Recientes
history-order-videos = Más vídeos
history-order-rate = Mejor tasa
history-outcome = Resultado
history-outcome-all = Todas las imágenes
history-outcome-completed = Con vídeos
history-outcome-without = Sin vídeos aún
history-outcome-moderated = Moderadas
history-outcome-failed = Fallidas
history-outcome-running = En curso
history-outcome-resumable = Se puede reanudar
history-period = Periodo
history-period-any = Cualquier fecha
history-period-day = Últimas 24 horas
history-period-week = Últimos 7 días
history-period-month = Últimos 30 días

card-moderated = Moderados: { $count }
card-failed = Fallidos: { $count }
card-rate = Tasa de éxito
detail-created = Creada
detail-limits = Límites
detail-auto-retry-on = { $limits }, reintento automático activado
detail-auto-retry-off = { $limits }, reintento automático desactivado
detail-pages = { $count ->
    [one] { $count } página de Grok
   *[other] { $count } páginas de Grok
}
detail-open-hint = Abre esta imagen en Grok
detail-resume-hint = Abre la imagen y reanuda su última sesión
detail-enqueue-hint = La pone en cola con su último prompt y sus propios límites
detail-copy-prompt = Copiar prompt
detail-stop-first = Detén su sesión para eliminar su historial.
detail-delete-question = ¿Eliminar el historial de esta imagen? Se perderán todas sus sesiones e intentos.
detail-delete = Eliminar historial

sessions = Sesiones
prompt-use = Usar
prompt-use-hint = Poner este prompt en el campo del prompt
prompt-add = Añadir
prompt-add-hint = Añadirlo al prompt de la imagen de la página
timeline = Cronología
by-hand = Hechos a mano
clip-length = clip de { $length }
took = tardó { $span }
step-waiting = Esperando para hacer clic: { $kind }
step-unanswered = Clic sin respuesta de la página: { $kind }
step-clicked = Clic: { $kind }
step-not-clicked = Sin clic: { $reason }
step-dropped = Cancelado antes de ejecutarse: { $kind }
step-first = primer intento
step-retry = reintento
step-next = siguiente vídeo
step-pause = tras una pausa de { $span }
step-late = { $span } de retraso: la página mostraba otra cosa u otro clic fue antes

video-save = Guardar
video-save-hint = Guardar este vídeo
video-saving = Guardando…
video-saved = Guardado: { $file }
video-not-saved = No guardado. { $reason }
video-retry = Reintentar
video-show = Mostrar
video-show-hint = Mostrar el archivo en su carpeta

notice-deleting = Eliminando «{ $name }»
notice-undo = Deshacer
notice-delete-now = Eliminar ahora
notice-resuming = Abriendo «{ $name }» para reanudar su sesión
notice-not-resumed = La página no mostró «{ $name }» en { $span }, así que no se reanudó nada. Abre la imagen y pulsa Reanudar.
download-running = Guardando { $name }: { $bytes }
download-running-of = Guardando { $name }: { $bytes } de { $all }
download-saved = Guardado en { $path }
download-failed = { $name } no se guardó. { $reason }

chance-none = Aún no ha terminado ningún intento.
chance-no-video = Aún no hay vídeo. Cuenta con al menos { $attempts } para uno.
chance-about = Unos { $typical } intentos por vídeo.
chance-between = Unos { $typical } intentos por vídeo, probablemente de { $least } a { $most }.
chance-goal = Probablemente hacen falta para { $videos }: unos { $attempts }.
chance-goal-between = Probablemente hacen falta para { $videos }: de { $least } a { $most } intentos.
rate-of-attempts = de los intentos dieron un vídeo
rate-likely = probablemente { $low }–{ $high }
layer-early = { $count } al principio (0–24 %)
layer-half-way = { $count } a la mitad (25–87 %)
layer-late = { $count } al final (88–100 %)
