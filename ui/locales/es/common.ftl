# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = Aceptar
cancel = Cancelar
open = Abrir
resume = Reanudar
delete = Eliminar
export = Exportar
copy = Copiar
copied = Copiado
copy-failed = No se pudo copiar. Selecciona el texto y pulsa Ctrl+C.
loading = Cargando…
no-answer = Retake no respondió ({ $reason }). Inténtalo de nuevo o reinicia Retake.
storage-problem = No se puede guardar en el disco: { $problem }. Puedes ver lo que hay, pero no iniciar sesiones de trabajo.
image-without-prompt = Imagen sin prompt
video-without-prompt = Vídeo sin prompt
image-unknown = Imagen desconocida
image-unknown-hint = Nada indica de qué imagen es este vídeo, así que no cuenta en ningún sitio
from-text = De texto
videos-count = { $count ->
    [one] { $count } vídeo
   *[other] { $count } vídeos
}
retries-count = { $count ->
    [one] { $count } reintento
   *[other] { $count } reintentos
}
attempts-count = { $count ->
    [one] { $count } intento
   *[other] { $count } intentos
}
sessions-count = { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
}
credits-count = { $count ->
    [one] { $count } crédito
   *[other] { $count } créditos
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } vídeo
   *[other] { $made }/{ $goal } vídeos
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } reintento
   *[other] { $used }/{ $most } reintentos
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, hasta { $retries }
back = Atrás
search = Buscar
