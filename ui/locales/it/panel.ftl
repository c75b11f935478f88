# The page bar, the session's panel, what waits and what is queued.

page-bar = Pagina di Grok
page-back = Indietro
page-forward = Avanti
page-reload = Ricarica
page-home = Pagina iniziale
page-tools = Trova e zoom
page-find = Trova nella pagina
page-find-none = Nessun risultato
page-find-previous = Risultato precedente
page-find-next = Risultato successivo
page-zoom-out = Riduci
page-zoom-in = Ingrandisci

session = Sessione
session-videos = Video
session-retries = Nuovi tentativi
session-credits = Crediti
session-progress = Avanzamento di questo tentativo

# The state of the session, in a word or two.
status-idle = Pronto
status-unreachable = Nessuna pagina
status-needs-user = Serve il tuo intervento
status-running = In corso
status-waiting = In attesa
status-paused = In pausa
status-success = Obiettivo raggiunto
status-max-retries = Tentativi esauriti
status-timed-out = Tempo scaduto
status-rate-limited = Limite raggiunto
status-cancelled = Interrotta da te
status-stale = Persa da Grok
status-interrupted = Interrotta

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Avvio tra
activity-retry = Nuovo tentativo tra
activity-next = Prossimo video tra
activity-clicking = Clic sul pulsante di Grok
activity-generating = Generazione
activity-reloaded = Pagina ricaricata. In attesa di notizie di questo tentativo
activity-confirming = { $outcome }, in attesa di conferma da Grok
activity-elsewhere = Apri questa immagine per continuare
activity-paused = La ripetizione automatica è disattivata. Retake conta solo i tuoi tentativi.
activity-quiet = In attesa di Grok
ended-success = Hai tutti i video che volevi.
ended-max-retries = Tutti i nuovi tentativi sono esauriti.
ended-timed-out = Grok non ha risposto dopo l’ultimo clic.
ended-rate-limited = Hai raggiunto il limite di Grok. Riprova più tardi.
ended-cancelled = Fermata da te.
ended-stale = Grok ha tolto questa immagine dalla pagina, di solito dopo un ricaricamento. Riprendi per continuare.
ended-interrupted = Retake è stato chiuso durante questa sessione.
attempt-pending = In attesa
attempt-processing = Generazione
attempt-completed = Completato
attempt-moderated = Moderato
attempt-failed = Non riuscito
attempt-unknown = Fine non vista
attempt-early = all’inizio
attempt-half-way = a metà
attempt-late = alla fine
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, probabilmente
failures-early = { $count } all’inizio
failures-half-way = { $count } a metà
failures-late = { $count } alla fine

hint-no-post = Apri un’immagine in Grok per iniziare.
hint-looking = Ricerca dell’immagine…
hint-no-image = Nessuna immagine trovata in questa pagina. Apri una delle tue immagini o ricarica la pagina.
hint-several-images = Questo video è nato da più immagini. Apri quella che vuoi.
hint-open-image = Apri immagine { $number }
hint-text-video = Questo video è nato solo da un testo, quindi non ha un’immagine. Apri un’immagine per farne dei video.
hint-reload = Ricarica pagina
hint-unreachable = { $problem }. La tua cronologia funziona ancora.
hint-try-again = Riprova

limit-over = Il limite di Grok dovrebbe essere finito. Puoi riprendere.
limit-until = Grok creerà altri video alle { $time }.
limit-until-tomorrow = Grok creerà altri video domani alle { $time }.
limit-until-date = Grok creerà altri video il { $date } alle { $time }.
quota-none = Nessun video rimasto.
quota-none-until = Nessun video rimasto fino alle { $time }.
quota-left = { $count ->
    [one] { $count } video rimasto.
   *[other] { $count } video rimasti.
}
quota-left-until = { $count ->
    [one] { $count } video rimasto fino alle { $time }.
   *[other] { $count } video rimasti fino alle { $time }.
}

max-retries = Max nuovi tentativi
video-goal = Obiettivo
auto-retry = Ripetizione automatica
number-fewer = Meno: { $label }
number-more = Più: { $label }
number-range = Inserisci un numero intero da { $least } a { $most }.
limits-end-title = Questo termina la sessione
limits-end-goal = L’obiettivo di { $number } è già raggiunto. La sessione termina adesso.
limits-end-retries = Il massimo di { $number } nuovi tentativi è già esaurito. La sessione termina adesso.
limits-end-no = Continua la sessione
limits-end-yes = Termina sessione

prompt = Prompt
prompt-empty = Lascia vuoto per mantenere il prompt della pagina
prompt-from-image = Usa il prompt dell’immagine
prompt-no-image = Apri prima un’immagine, poi usa il prompt.
start = Avvia
stop = Ferma
go-on = Continua
pause = Metti in pausa
pause-hint = Il video in corso viene completato. Non parte nient’altro finché non continui.
enqueue = Aggiungi alla coda
enqueue-hint = Parte dopo le immagini che la precedono
resume-hint = Continua con lo stesso prompt e i tentativi rimasti
start-needs-auto-retry = Attiva la ripetizione automatica per avviare.
start-needs-limits = Correggi i limiti per iniziare.
start-cost = Al massimo { $attempts }.
estimate = Circa { $attempts }, { $credits }.
estimate-time = Circa { $attempts }, { $credits }, { $time }.
start-over = Ricomincia
start-hint = Avvia una sessione
stop-hint = Grok finisce comunque il video in corso, e questo può costare un credito
point-button = Indica il pulsante
point-prompt-box = Indica il campo del prompt
remedy-reload = Ricarica pagina
remedy-open = Apri immagine
remedy-auto-retry = Attiva la ripetizione automatica
remedy-data-folder = Apri la cartella dei dati
pick-prompt-box = Fai clic sul campo del prompt nella pagina. Esc annulla.
pick-button = Fai clic sul pulsante della pagina che crea un video. Esc annulla.

waiting-label = Sessioni in pausa
waiting-title = Sessioni in pausa
interrupted-label = Sessioni interrotte
interrupted-title = { $count ->
    [one] { $count } sessione è stata interrotta alla chiusura di Retake
   *[other] { $count } sessioni sono state interrotte alla chiusura di Retake
}
dismiss = Ignora
close-title = Chiudere Retake?
close-question = Una sessione è in corso. Chiudere Retake la interrompe; potrai riprenderla più tardi.
close-no = Tieni aperto
close-yes = Chiudi Retake

queue = Coda
queue-empty = La coda è vuota. Aggiungi l’immagine della pagina con “Aggiungi alla coda”, o una qualsiasi della cronologia.
queue-emptied = La coda è vuota
queue-removed = “{ $name }” non è più in coda
queue-sum = Al massimo { $attempts }
queue-sum-left = Al massimo { $attempts }, restano { $videos }
queue-health = Apri Stato
queue-pause = Pausa
queue-clear = Svuota coda
queue-after-session = La prossima parte al termine di questa sessione
queue-opening = Apertura della prossima immagine
queue-next-in = Prossima immagine tra { $time }. Usa la pagina per trattenerla.
queue-paused-user = In pausa per tua scelta
queue-paused-rate-limited = In pausa: hai raggiunto il limite di Grok
queue-paused-stopped = In pausa: hai fermato una sessione
queue-paused-timed-out = In pausa: l’ultima sessione è scaduta
queue-paused-restarted = In pausa: Retake è stato riavviato
queue-paused-not-shown = In pausa: impossibile aprire la prossima immagine
queue-paused-refused = In pausa: la prossima sessione non è potuta partire (vedi Stato)
queue-up = Sposta su
queue-remove = Rimuovi
queue-import = Aggiungi da CSV
queue-import-hint = Un file con le colonne image (id o URL del post), prompt, max_retries e goal
queue-import-take = Aggiungi { $images }
queue-import-none = Nessuna riga di questo file può essere aggiunta.
queue-import-line = Riga { $line }: { $why }
queue-edit = Modifica
queue-edit-starts-over = Era già iniziata. Una volta salvata, ricomincia.
queue-move = Sposta «{ $name }», posto { $place } di { $count }
queue-move-hint = Trascina per spostare, o premi le frecce su e giù
queue-done = Completate
queue-done-cleared = L’elenco delle immagini completate è vuoto
queue-done-clear = Svuota elenco
queue-retry-failed = Riprova le non riuscite ({ $count })
queue-retry-failed-hint = Rimette in coda ciò che è terminato senza raggiungere l’obiettivo
queue-twice = Questa immagine è già in coda. Sostituire prompt e limiti?
queue-twice-no = Lascia com’è
queue-twice-yes = Sostituisci

log = Registro

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Copia ID
library = Libreria
tabs-label = Parti della barra laterale
tab-make = Crea
make-empty = Limiti e prompt compaiono qui quando è aperta un’immagine.
results = Risultati
results-failed = non riusciti: { $failures }
result-open-hint = Mostra sulla pagina di Grok
result-play = Riproduci
result-star = Stella
result-star-hint = La libreria lo mostra come “Scelto”
commands = Tutti i comandi
commands-ask = Che cosa vuoi fare?
commands-list = Comandi
commands-none = Nessun comando corrisponde.
palette-resume = Riprendi la sessione
palette-enqueue = Aggiungi questa immagine alla coda
palette-prompt = Modifica il prompt
palette-pause = Metti in pausa la sessione
palette-go-on = Continua la sessione
palette-queue-pause = Metti in pausa la coda
palette-queue-go-on = Continua la coda
palette-copy-id = Copia l’ID dell’immagine
palette-back = Indietro nella pagina
palette-forward = Avanti nella pagina
palette-home = Vai alla pagina iniziale di Grok
palette-go = Vai a { $place }
palette-settings = Impostazioni: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Dimensione originale
give-image = Dai alla pagina l’immagine degli appunti
grip = Larghezza della barra laterale
codecs-cant-play = I video non si riproducono qui.
codecs-general = A questo sistema manca H.264 o AAC: installa il plugin libav di GStreamer e i plugin “good” e “bad”, o su Windows N il Media Feature Pack. Poi riavvia Retake.
codecs-packages = A { $system } manca H.264 o AAC. Installa questi pacchetti e riavvia Retake:
codecs-repository = Potrebbe servire anche { $name }.
codecs-copy = Copia il comando
machine = Questo computer
machine-plays = Riproduce H.264 e AAC
machine-graphics-own = Grafica come la disegna il sistema
machine-graphics-with = Grafica con
