# Why something that was asked for was not done.

engine-stopped = Retake dejó de funcionar. Reinícialo.
engine-not-stored = No se pudo guardar esto: { $reason }. No se hizo nada. Revisa el registro en la carpeta de datos y reinicia Retake.
maintenance-failed = Esto falló y tu historial no ha cambiado: { $reason }.
page-busy = La página no respondió. Puede que esté ocupada; inténtalo de nuevo.
history-unreadable = No se puede leer tu historial: { $reason }.
pick-nothing = No se eligió nada. Pulsa «Elegir en la página» para intentarlo de nuevo.
video-none = Este intento no tiene un vídeo terminado que guardar.
video-not-saved-why = El vídeo no se guardará: { $reason }.
refusal-no-image = Abre primero una de tus imágenes.
refusal-auto-retry-off = Activa el reintento automático para iniciar.
refusal-already-active = Esta imagen tiene una sesión en curso. Detenla antes de iniciar otra.
refusal-not-active = Esta imagen no tiene ninguna sesión en curso.
refusal-other-image = La página muestra ahora otra imagen. Abre esta de nuevo e inicia.
refusal-goal-reached = Objetivo logrado: el último vídeo llegó después de terminar la sesión.
refusal-nothing-to-resume = Esta imagen no tiene ninguna sesión que reanudar. Inicia una nueva.
refusal-not-queued = Esta imagen ya no está en la cola.
refusal-queue-full = { $most ->
    [one] La cola está llena ({ $most } imagen). Quita alguna primero.
   *[other] La cola está llena ({ $most } imágenes). Quita alguna primero.
}
queue-row-no-image = no indica ninguna imagen
queue-row-unknown = Retake no conoce la imagen «{ $image }»; ábrela una vez
queue-row-twice = esta imagen ya está en la línea { $line }
queue-row-queued = ya está en la cola
queue-row-range = { $column } debe ser un número entero de { $from } a { $to }
refusal-text-video = Este vídeo se hizo solo a partir de texto, así que Retake no puede hacer más. Abre primero una imagen.
refusal-several-sources = Este vídeo se hizo con varias imágenes. Abre primero la que quieras.
refusal-prompt-needed = Escribe primero un prompt: la página lo necesita.
filter-needs-name = Ponle primero un nombre al filtro.
filter-name-too-long = { $most ->
    [one] El nombre de un filtro tiene como máximo { $most } carácter. Acórtalo.
   *[other] El nombre de un filtro tiene como máximo { $most } caracteres. Acórtalo.
}
not-kept = No se pudo guardar: { $reason }. Inténtalo de nuevo.
image-none-on-clipboard = No hay ninguna imagen en el portapapeles. Copia una primero.
image-too-large = La imagen supera los 25 MB. Guárdala como archivo y elígelo en la página.
image-not-taken = La página no acepta imágenes aquí. Ve a su inicio e inténtalo de nuevo.
