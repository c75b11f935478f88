# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = OK
cancel = Annulla
open = Apri
resume = Riprendi
delete = Elimina
export = Esporta
copy = Copia
copied = Copiato
copy-failed = Impossibile copiare. Seleziona il testo e premi Ctrl+C.
loading = Caricamento…
no-answer = Retake non ha risposto ({ $reason }). Riprova o riavvia Retake.
storage-problem = Impossibile salvare su disco: { $problem }. Puoi vedere ciò che c’è, ma non avviare sessioni.
image-without-prompt = Immagine senza prompt
video-without-prompt = Video senza prompt
image-unknown = Immagine sconosciuta
image-unknown-hint = Nulla indica da quale immagine viene questo video, quindi non conta da nessuna parte
from-text = Da testo
videos-count = { $count ->
    [one] { $count } video
   *[other] { $count } video
}
retries-count = { $count ->
    [one] { $count } nuovo tentativo
   *[other] { $count } nuovi tentativi
}
attempts-count = { $count ->
    [one] { $count } tentativo
   *[other] { $count } tentativi
}
sessions-count = { $count ->
    [one] { $count } sessione
   *[other] { $count } sessioni
}
credits-count = { $count ->
    [one] { $count } credito
   *[other] { $count } crediti
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } video
   *[other] { $made }/{ $goal } video
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } nuovo tentativo
   *[other] { $used }/{ $most } nuovi tentativi
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, al massimo { $retries }
back = Indietro
search = Cerca
