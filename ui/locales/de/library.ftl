# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Videos
images = Bilder
library-kind = Was gezeigt wird
library-search = Prompts, Tags, Notizen, IDs
library-no-match = Keine Treffer. Ändere die Suche oder die Filter.
library-no-videos = Noch keine Videos. Sie erscheinen hier, sobald Grok eines fertig hat.
library-no-images = Noch keine Bilder. Sie erscheinen hier, wenn du aus einem ein Video machst.
size = Größe
date = Datum

filters = Filter
filters-clear = Alles zeigen
filters-kept = Deine Filter
filter-name = Name des Filters
filter-saved = Gespeichert
filter-resumable = Sitzung fortsetzbar
filter-queued = In der Warteschlange
filter-nothing = Noch nichts
choose = Auswählen…
remove = Entfernen
yes = Ja
no = Nein
check-files = Dateien prüfen
check-files-hint = Sucht gespeicherte Videos, die fehlen, beschädigt oder doppelt sind

# What you think of an item: stars, pick or reject, tags, a note.
rating = Bewertung
not-rated = Nicht bewertet
stars-of-five = { $stars } von 5 Sternen
# The group of the two buttons below.
pick = Auswahl
pick-it = Auswählen
reject-it = Ablehnen
picked = Ausgewählt
rejected = Abgelehnt
pick-neither = Keins von beiden
tags = Tags
tag-add = Tag eingeben, dann Enter
tag-remove = Tag { $tag } entfernen
note = Notiz
key-hint = Taste { $key }
key-space = Leertaste

selected = Markiert
selected-count = { $count } markiert
done = Fertig
library-deleting = { $count ->
    [one] Der Verlauf von { $count } Bild wird in { $time } gelöscht. Gespeicherte Dateien bleiben.
   *[other] Der Verlauf von { $count } Bildern wird in { $time } gelöscht. Gespeicherte Dateien bleiben.
}

close = Schließen
previous = Vorheriges
next = Nächstes
place-of = { $place } von { $count }
queued = Eingereiht
facts = Details
fact-date = Erstellt am
fact-length = Länge
fact-resolution = Auflösung
fact-file = Datei
fact-image = Bild
fact-image-id = Bild-ID
fact-videos-rate = { $videos }, { $rate } Erfolg
open-on-grok = In Grok öffnen
show-file = Datei zeigen
save-again = Neu speichern
save-frame = Letztes Bild speichern
frame-not-drawn = Das letzte Bild konnte nicht gespeichert werden, weil das Video hier nicht läuft.
only-saved-play = Nur gespeicherte Videos laufen hier.
video-broken = { $file } kann nicht abgespielt werden: Die Datei ist beschädigt oder liegt nicht mehr am Speicherort.
codec-missing = Dieses System kann kein H.264 abspielen, das Format von Groks Videos. Installiere unter Debian und Ubuntu gstreamer1.0-libav und gstreamer1.0-plugins-bad, unter Fedora gstreamer1-plugin-libav und gstreamer1-plugins-bad-free, und starte Retake neu.
compare = Vergleichen
compare-play = Abspielen oder anhalten
compare-swap = Tauschen
compare-not-saved = Nicht gespeichert, läuft deshalb nicht
