# Why something that was asked for was not done.

engine-stopped = Retake ha smesso di funzionare. Riavvialo.
engine-not-stored = Impossibile salvare: { $reason }. Non è stato fatto nulla. Controlla il registro nella cartella dei dati e riavvia Retake.
maintenance-failed = Operazione non riuscita, la tua cronologia è invariata: { $reason }.
page-busy = La pagina non ha risposto. Forse è occupata; riprova.
history-unreadable = Impossibile leggere la tua cronologia: { $reason }.
pick-nothing = Non è stato scelto nulla. Premi “Scegli nella pagina” per riprovare.
video-none = Questo tentativo non ha un video completato da salvare.
video-not-saved-why = Il video non sarà salvato: { $reason }.
refusal-no-image = Apri prima una delle tue immagini.
refusal-auto-retry-off = Attiva la ripetizione automatica per avviare.
refusal-already-active = Questa immagine ha una sessione in corso. Fermala prima di avviarne un’altra.
refusal-not-active = Questa immagine non ha sessioni in corso.
refusal-other-image = La pagina mostra ora un’altra immagine. Riapri questa, poi avvia.
refusal-goal-reached = Obiettivo raggiunto: l’ultimo video è arrivato dopo la fine della sessione.
refusal-nothing-to-resume = Questa immagine non ha sessioni da riprendere. Avviane una nuova.
refusal-not-queued = Questa immagine non è più in coda.
refusal-queue-full = { $most ->
    [one] La coda è piena ({ $most } immagine). Rimuovine prima qualcuna.
   *[other] La coda è piena ({ $most } immagini). Rimuovine prima qualcuna.
}
queue-row-no-image = nessuna immagine indicata
queue-row-unknown = Retake non conosce l’immagine «{ $image }»; aprila una volta
queue-row-twice = questa immagine è già alla riga { $line }
queue-row-queued = già in coda
queue-row-range = { $column } deve essere un numero intero da { $from } a { $to }
refusal-text-video = Questo video è nato solo da un testo, quindi Retake non può farne altri. Apri prima un’immagine.
refusal-several-sources = Questo video è nato da più immagini. Apri prima quella che vuoi.
refusal-prompt-needed = Scrivi prima un prompt: la pagina lo richiede.
filter-needs-name = Dai prima un nome al filtro.
filter-name-too-long = { $most ->
    [one] Il nome di un filtro ha al massimo { $most } carattere. Accorcialo.
   *[other] Il nome di un filtro ha al massimo { $most } caratteri. Accorcialo.
}
not-kept = Impossibile salvare: { $reason }. Riprova.
image-none-on-clipboard = Negli appunti non c’è un’immagine. Prima copiane una.
image-too-large = L’immagine supera i 25 MB. Salvala come file e sceglilo nella pagina.
image-not-taken = Qui la pagina non accetta immagini. Vai alla pagina iniziale e riprova.
