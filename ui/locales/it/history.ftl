# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = Cronologia
history-empty = Ancora nessuna immagine. Qui compare ogni immagine da cui crei video.
history-step-sign-in = Accedi a Grok. L’accesso con Google non funziona nelle app: usa email, X o Apple.
history-step-image = Apri un’immagine, poi scegli quanti video vuoi e quanti nuovi tentativi permettere.
history-step-start = Premi Avvia. Retake fa clic sul pulsante di Grok al posto tuo e si ferma ai tuoi limiti.
history-no-match = Nessun risultato.
history-clear = Azzera filtri
history-search-label = Cerca nella cronologia per prompt o id
history-order = Ordina per
history-order-recent = Recenti
history-order-videos = Più video
history-order-rate = Percentuale migliore
history-outcome = Esito
history-outcome-all = Tutte le immagini
history-outcome-completed = Con video
history-outcome-without = Ancora senza video
history-outcome-moderated = Moderate
history-outcome-failed = Non riuscite
history-outcome-running = In corso
history-outcome-resumable = Si può riprendere
history-period = Periodo
history-period-any = Qualsiasi data
history-period-day = Ultime 24 ore
history-period-week = Ultimi 7 giorni
history-period-month = Ultimi 30 giorni

card-moderated = Moderati: { $count }
card-failed = Non riusciti: { $count }
card-rate = Percentuale di successo
detail-created = Creata
detail-limits = Limiti
detail-auto-retry-on = { $limits }, ripetizione automatica attiva
detail-auto-retry-off = { $limits }, ripetizione automatica disattivata
detail-pages = { $count ->
    [one] { $count } pagina di Grok
   *[other] { $count } pagine di Grok
}
detail-open-hint = Apre questa immagine in Grok
detail-resume-hint = Apre l’immagine e riprende la sua ultima sessione
detail-enqueue-hint = La mette in coda con il suo ultimo prompt e i suoi limiti
detail-copy-prompt = Copia prompt
detail-stop-first = Ferma la sessione per eliminare la cronologia.
detail-delete-question = Eliminare la cronologia di questa immagine? Tutte le sue sessioni e i tentativi andranno persi.
detail-delete = Elimina cronologia

sessions = Sessioni
prompt-use = Usa
prompt-use-hint = Metti questo prompt nel campo del prompt
prompt-add = Aggiungi
prompt-add-hint = Aggiungilo al prompt dell’immagine nella pagina
timeline = Sequenza temporale
by-hand = Fatti a mano
clip-length = clip di { $length }
took = durata { $span }
step-waiting = In attesa di fare clic: { $kind }
step-unanswered = Clic senza risposta dalla pagina: { $kind }
step-clicked = Clic: { $kind }
step-not-clicked = Nessun clic: { $reason }
step-dropped = Annullato prima dell’esecuzione: { $kind }
step-first = primo tentativo
step-retry = nuovo tentativo
step-next = prossimo video
step-pause = dopo una pausa di { $span }
step-late = { $span } di ritardo: la pagina mostrava altro o un altro clic è arrivato prima

video-save = Salva
video-save-hint = Salva questo video
video-saving = Salvataggio…
video-saved = Salvato: { $file }
video-not-saved = Non salvato. { $reason }
video-retry = Riprova
video-show = Mostra
video-show-hint = Mostra il file nella sua cartella

notice-deleting = Eliminazione di “{ $name }”
notice-undo = Annulla
notice-delete-now = Elimina ora
notice-resuming = Apertura di “{ $name }” per riprendere la sessione
notice-not-resumed = La pagina non ha mostrato “{ $name }” entro { $span }: nulla è stato ripreso. Apri l’immagine e premi Riprendi.
download-running = Salvataggio di { $name }: { $bytes }
download-running-of = Salvataggio di { $name }: { $bytes } di { $all }
download-saved = Salvato in { $path }
download-failed = { $name } non è stato salvato. { $reason }

chance-none = Nessun tentativo è ancora terminato.
chance-no-video = Ancora nessun video. Prevedi almeno { $attempts } per uno.
chance-about = Circa { $typical } tentativi per video.
chance-between = Circa { $typical } tentativi per video, probabilmente da { $least } a { $most }.
chance-goal = Probabilmente necessari per { $videos }: circa { $attempts }.
chance-goal-between = Probabilmente necessari per { $videos }: da { $least } a { $most } tentativi.
rate-of-attempts = dei tentativi è diventato un video
rate-likely = probabilmente { $low }–{ $high }
layer-early = { $count } all’inizio (0–24%)
layer-half-way = { $count } a metà (25–87%)
layer-late = { $count } alla fine (88–100%)
