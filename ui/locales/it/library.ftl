# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Video
images = Immagini
library-kind = Cosa mostrare
library-search = Prompt, tag, note, ID
library-no-match = Nessun risultato. Cambia la ricerca o i filtri.
library-no-videos = Ancora nessun video. Compaiono qui appena Grok ne finisce uno.
library-no-images = Ancora nessuna immagine. Compaiono qui quando ne fai un video.
size = Dimensione
date = Data

filters = Filtri
filters-clear = Mostra tutto
filters-kept = I tuoi filtri
filter-name = Nome del filtro
filter-saved = Salvato
filter-resumable = La sessione si può riprendere
filter-queued = In coda
filter-nothing = Ancora niente
choose = Scegli…
remove = Rimuovi
yes = Sì
no = No
check-files = Controlla file
check-files-hint = Cerca video salvati mancanti, danneggiati o doppi

# What you think of an item: stars, pick or reject, tags, a note.
rating = Valutazione
not-rated = Senza valutazione
stars-of-five = { $stars } stelle su 5
# The group of the two buttons below.
pick = Selezione
pick-it = Scegli
reject-it = Scarta
picked = Scelto
rejected = Scartato
pick-neither = Nessuno dei due
tags = Tag
tag-add = Aggiungi un tag e premi Invio
tag-remove = Rimuovi il tag { $tag }
note = Nota
key-hint = Tasto { $key }
key-space = Barra spaziatrice

selected = Selezionati
selected-count = Selezionati: { $count }
done = Fine
library-deleting = { $count ->
    [one] La cronologia di { $count } immagine sarà eliminata tra { $time }. I file salvati restano.
   *[other] La cronologia di { $count } immagini sarà eliminata tra { $time }. I file salvati restano.
}

close = Chiudi
previous = Precedente
next = Successivo
place-of = { $place } di { $count }
queued = In coda
facts = Dettagli
fact-date = Creato il
fact-length = Durata
fact-resolution = Risoluzione
fact-file = File
fact-image = Immagine
fact-image-id = ID immagine
fact-videos-rate = { $videos }, { $rate } di successo
open-on-grok = Apri in Grok
show-file = Mostra il file
save-again = Salva di nuovo
save-frame = Salva l’ultimo fotogramma
frame-not-drawn = Impossibile salvare l’ultimo fotogramma, perché il video non si riproduce qui.
only-saved-play = Qui si riproducono solo i video salvati.
video-broken = Impossibile riprodurre { $file }: è danneggiato o non è più dove era stato salvato.
codec-missing = Questo sistema non riproduce video H.264, il formato dei video di Grok. Su Debian e Ubuntu installa gstreamer1.0-libav e gstreamer1.0-plugins-bad, su Fedora gstreamer1-plugin-libav e gstreamer1-plugins-bad-free, poi riavvia Retake.
compare = Confronta
compare-play = Riproduci o metti in pausa
compare-swap = Scambia
compare-not-saved = Non salvato, quindi non si riproduce
