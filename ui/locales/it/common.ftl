# What many parts of the sidebar say.

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
limits = { $videos }, al massimo { $retries }
