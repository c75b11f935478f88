# The page bar, the session's panel, what waits and what is queued.

page-bar = Página de Grok
page-back = Atrás
page-forward = Adelante
page-reload = Recargar
page-home = Inicio
page-tools = Buscar y zoom
page-find = Buscar en la página
page-find-none = Sin resultados
page-find-previous = Resultado anterior
page-find-next = Resultado siguiente
page-zoom-out = Alejar
page-zoom-in = Acercar

session = Sesión
session-videos = Vídeos
session-retries = Reintentos
session-credits = Créditos
session-progress = Progreso de este intento

# The state of the session, in a word or two.
status-idle = Listo
status-unreachable = Sin página
status-needs-user = Te necesita
status-running = En curso
status-waiting = En espera
status-paused = En pausa
status-success = Objetivo logrado
status-max-retries = Sin reintentos
status-timed-out = Tiempo agotado
status-rate-limited = Límite alcanzado
status-cancelled = Detenida
status-stale = Perdida por Grok
status-interrupted = Interrumpida

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Empieza en
activity-retry = Reintento en
activity-next = Siguiente vídeo en
activity-clicking = Pulsando el botón de Grok
activity-generating = Generando
activity-reloaded = Página recargada. Esperando noticias de este intento
activity-confirming = { $outcome }, confirmando con Grok
activity-elsewhere = Abre esta imagen para continuar
activity-paused = El reintento automático está desactivado. Retake solo cuenta tus intentos.
activity-quiet = Esperando a Grok
ended-success = Ya tienes todos los vídeos que querías.
ended-max-retries = Se han usado todos los reintentos.
ended-timed-out = Grok no respondió tras el último clic.
ended-rate-limited = Has alcanzado el límite de Grok. Inténtalo más tarde.
ended-cancelled = Detenida por ti.
ended-stale = Grok quitó esta imagen de la página, normalmente tras una recarga. Reanuda para continuar.
ended-interrupted = Retake se cerró durante esta sesión.
attempt-pending = Pendiente
attempt-processing = Generando
attempt-completed = Terminado
attempt-moderated = Moderado
attempt-failed = Fallido
attempt-unknown = Final no visto
attempt-early = al principio
attempt-half-way = a la mitad
attempt-late = al final
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, probablemente
failures-early = { $count } al principio
failures-half-way = { $count } a la mitad
failures-late = { $count } al final

hint-no-post = Abre una imagen en Grok para empezar.
hint-looking = Buscando esta imagen…
hint-no-image = No se encuentra ninguna imagen en esta página. Abre una de tus imágenes o recarga la página.
hint-several-images = Este vídeo se hizo con varias imágenes. Abre la que quieras.
hint-open-image = Abrir la imagen { $number }
hint-text-video = Este vídeo se hizo solo a partir de texto, así que no tiene imagen. Abre una imagen para hacer vídeos con ella.
hint-reload = Recargar página
hint-unreachable = { $problem }. Tu historial sigue funcionando.
hint-try-again = Reintentar

limit-over = El límite de Grok ya debería haber terminado. Puedes reanudar.
limit-until = Grok hará más vídeos a las { $time }.
limit-until-tomorrow = Grok hará más vídeos mañana a las { $time }.
limit-until-date = Grok hará más vídeos el { $date } a las { $time }.
quota-none = No quedan vídeos.
quota-none-until = No quedan vídeos hasta las { $time }.
quota-left = { $count ->
    [one] Queda { $count } vídeo.
   *[other] Quedan { $count } vídeos.
}
quota-left-until = { $count ->
    [one] Queda { $count } vídeo hasta las { $time }.
   *[other] Quedan { $count } vídeos hasta las { $time }.
}

max-retries = Reintentos máx.
video-goal = Objetivo
auto-retry = Reintento automático
number-fewer = Menos: { $label }
number-more = Más: { $label }
number-range = Escribe un número entero de { $least } a { $most }.
limits-end-title = Esto termina la sesión
limits-end-goal = El objetivo de { $number } ya se ha alcanzado. Esto termina la sesión ahora.
limits-end-retries = El máximo de { $number } reintentos ya se ha usado. Esto termina la sesión ahora.
limits-end-no = Seguir
limits-end-yes = Terminar sesión

prompt = Prompt
prompt-empty = Déjalo vacío para mantener el prompt de la página
prompt-from-image = Usar el prompt de la imagen
prompt-no-image = Abre primero una imagen y luego usa el prompt.
start = Iniciar
stop = Detener
go-on = Continuar
pause = Pausar
pause-hint = El vídeo en curso se termina. No se inicia nada más hasta que continúes.
enqueue = Añadir a la cola
enqueue-hint = Se ejecuta después de las imágenes anteriores
resume-hint = Continuar con el mismo prompt y los reintentos restantes
start-needs-auto-retry = Activa el reintento automático para iniciar.
start-needs-limits = Corrige los límites para empezar.
start-cost = Hasta { $attempts }.
estimate = Aproximadamente { $attempts }, { $credits }.
estimate-time = Aproximadamente { $attempts }, { $credits }, { $time }.
start-over = Empezar de nuevo
start-hint = Iniciar una sesión
stop-hint = Grok termina igualmente el vídeo en curso, lo que puede costar un crédito
point-button = Señalar el botón
point-prompt-box = Señalar el campo del prompt
remedy-reload = Recargar página
remedy-open = Abrir imagen
remedy-auto-retry = Activar el reintento automático
remedy-data-folder = Abrir la carpeta de datos
pick-prompt-box = Haz clic en el campo del prompt de la página. Esc cancela.
pick-button = Haz clic en el botón de la página que crea un vídeo. Esc cancela.

waiting-label = Sesiones en pausa
waiting-title = Sesiones en pausa
interrupted-label = Sesiones interrumpidas
interrupted-title = { $count ->
    [one] { $count } sesión se interrumpió al cerrar Retake
   *[other] { $count } sesiones se interrumpieron al cerrar Retake
}
dismiss = Descartar
close-title = ¿Cerrar Retake?
close-question = Hay una sesión en curso. Cerrar Retake la interrumpe; puedes reanudarla más tarde.
close-no = Dejar abierto
close-yes = Cerrar Retake

queue = Cola
queue-empty = No hay nada en la cola. Añade la imagen de la página con «Añadir a la cola», o cualquier imagen del historial.
queue-emptied = La cola está vacía
queue-removed = «{ $name }» ya no está en la cola
queue-sum = Hasta { $attempts }
queue-sum-left = Hasta { $attempts }, quedan { $videos }
queue-health = Abrir Estado
queue-pause = Pausar
queue-clear = Vaciar cola
queue-after-session = La siguiente empieza cuando termine esta sesión
queue-opening = Abriendo la siguiente imagen
queue-next-in = Siguiente imagen en { $time }. Usa la página para retenerla.
queue-paused-user = En pausa, por ti
queue-paused-rate-limited = En pausa: has alcanzado el límite de Grok
queue-paused-stopped = En pausa: detuviste una sesión
queue-paused-timed-out = En pausa: la última sesión agotó el tiempo
queue-paused-restarted = En pausa: Retake se reinició
queue-paused-not-shown = En pausa: no se pudo abrir la siguiente imagen
queue-paused-refused = En pausa: la siguiente sesión no pudo empezar (consulta Estado)
queue-up = Subir
queue-remove = Quitar
queue-import = Añadir desde CSV
queue-import-hint = Un archivo con las columnas image (id o URL del post), prompt, max_retries y goal
queue-import-take = Añadir { $images }
queue-import-none = No se puede añadir ninguna fila de este archivo.
queue-import-line = Línea { $line }: { $why }
queue-edit = Editar
queue-edit-starts-over = Ya había empezado. Al guardar, empieza de nuevo.
queue-move = Mover «{ $name }», puesto { $place } de { $count }
queue-move-hint = Arrastra para mover, o pulsa las flechas arriba y abajo
queue-done = Hecho
queue-done-cleared = La lista de lo hecho está vacía
queue-done-clear = Vaciar lista
queue-retry-failed = Reintentar lo fallido ({ $count })
queue-retry-failed-hint = Vuelve a poner en la cola lo que terminó sin alcanzar su objetivo
queue-twice = Esta imagen ya está en la cola. ¿Reemplazar su prompt y sus límites?
queue-twice-no = Dejar como está
queue-twice-yes = Reemplazar

log = Registro

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Copiar ID
library = Biblioteca
tabs-label = Partes de la barra lateral
tab-make = Crear
make-empty = Los límites y el prompt aparecen aquí cuando hay una imagen abierta.
results = Resultados
results-failed = fallidos: { $failures }
result-open-hint = Mostrar en la página de Grok
result-play = Reproducir
result-star = Estrella
result-star-hint = La biblioteca lo muestra como «Elegido»
commands = Todos los comandos
commands-ask = ¿Qué quieres hacer?
commands-list = Comandos
commands-none = Ningún comando coincide.
palette-resume = Reanudar la sesión
palette-enqueue = Añadir esta imagen a la cola
palette-prompt = Editar el prompt
palette-pause = Pausar la sesión
palette-go-on = Continuar la sesión
palette-queue-pause = Pausar la cola
palette-queue-go-on = Continuar la cola
palette-copy-id = Copiar el ID de la imagen
palette-back = Página anterior
palette-forward = Página siguiente
palette-home = Ir al inicio de Grok
palette-go = Ir a { $place }
palette-settings = Ajustes: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Tamaño original
give-image = Dar a la página la imagen del portapapeles
grip = Ancho de la barra lateral
codecs-cant-play = Los vídeos no se reproducen aquí.
codecs-general = A este sistema le falta H.264 o AAC: instala el complemento libav de GStreamer y sus complementos «good» y «bad», o en Windows N el Media Feature Pack. Luego reinicia Retake.
codecs-packages = A { $system } le falta H.264 o AAC. Instala estos paquetes y reinicia Retake:
codecs-repository = Puede que también necesiten { $name }.
codecs-copy = Copiar el comando
machine = Este equipo
machine-plays = Reproduce H.264 y AAC
machine-graphics-own = Gráficos tal como los dibuja el sistema
machine-graphics-with = Gráficos con
