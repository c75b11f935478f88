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
