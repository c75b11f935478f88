# What was not as expected, in Health; the technical details stand below each.

problem-queue = La cola no pudo continuar
problem-page-script = Falló una parte del script de Retake en la página
problem-command-refused = Se rechazó una solicitud
problem-store-unreadable = No se pudieron leer los datos de imagen de Grok
problem-progress = La página mostró un progreso imposible
problem-action-result = La respuesta de la página a un clic no tenía sentido
problem-ambiguous-ids = Hay intentos con ids contradictorios
problem-not-confirmed = No se confirmó el final de un intento
problem-access-refused = Grok se negó a hacer un vídeo
problem-too-much = La página envió demasiado de una vez
problem-counts-differ = Grok y Retake no coinciden en un intento
problem-skipped-entries = Se omitieron entradas sin id utilizable
problem-unknown-status = Un intento tiene un estado desconocido
problem-unusable-keys = Algunos ids de imagen no se pueden usar
problem-other-version = Los datos de imagen de Grok tienen una versión nueva
problem-other = Ocurrió algo inesperado
