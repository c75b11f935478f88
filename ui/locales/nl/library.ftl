# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Video’s
images = Afbeeldingen
library-kind = Wat er wordt getoond
library-search = Prompts, tags, notities, id’s
library-no-match = Geen resultaten. Wijzig de zoekopdracht of de filters.
library-no-videos = Nog geen video’s. Ze verschijnen hier zodra Grok er een klaar heeft.
library-no-images = Nog geen afbeeldingen. Ze verschijnen hier als je er een video van maakt.
size = Grootte
date = Datum

filters = Filters
filters-clear = Alles tonen
filters-kept = Jouw filters
filter-name = Naam van het filter
filter-saved = Opgeslagen
filter-resumable = Sessie te hervatten
filter-queued = In de wachtrij
filter-nothing = Nog niets
choose = Kiezen…
remove = Verwijderen
yes = Ja
no = Nee
check-files = Bestanden controleren
check-files-hint = Zoekt opgeslagen video’s die ontbreken, beschadigd of dubbel zijn

# What you think of an item: stars, pick or reject, tags, a note.
rating = Beoordeling
not-rated = Niet beoordeeld
stars-of-five = { $stars } van 5 sterren
# The group of the two buttons below.
pick = Keuze
pick-it = Kiezen
reject-it = Afwijzen
picked = Gekozen
rejected = Afgewezen
pick-neither = Geen van beide
tags = Tags
tag-add = Voeg een tag toe en druk op Enter
tag-remove = Tag { $tag } verwijderen
note = Notitie
key-hint = Toets { $key }
key-space = Spatiebalk

selected = Geselecteerd
selected-count = { $count } geselecteerd
done = Klaar
library-deleting = { $count ->
    [one] De geschiedenis van { $count } afbeelding wordt over { $time } verwijderd. Opgeslagen bestanden blijven.
   *[other] De geschiedenis van { $count } afbeeldingen wordt over { $time } verwijderd. Opgeslagen bestanden blijven.
}

close = Sluiten
previous = Vorige
next = Volgende
place-of = { $place } van { $count }
queued = In wachtrij
facts = Details
fact-date = Gemaakt op
fact-length = Duur
fact-resolution = Resolutie
fact-file = Bestand
fact-image = Afbeelding
fact-image-id = Afbeeldings-id
fact-videos-rate = { $videos }, { $rate } gelukt
open-on-grok = Openen in Grok
show-file = Bestand tonen
save-again = Opnieuw opslaan
save-frame = Laatste beeld opslaan
frame-not-drawn = Kan het laatste beeld niet opslaan, omdat de video hier niet speelt.
only-saved-play = Alleen opgeslagen video’s spelen hier.
video-broken = Kan { $file } niet afspelen: het is beschadigd of staat niet meer waar het was opgeslagen.
codec-missing = Dit systeem kan geen H.264-video afspelen, het formaat van Groks video’s. Installeer op Debian en Ubuntu gstreamer1.0-libav en gstreamer1.0-plugins-bad, op Fedora gstreamer1-plugin-libav en gstreamer1-plugins-bad-free, en start Retake opnieuw.
compare = Vergelijken
compare-play = Afspelen of pauzeren
compare-swap = Omwisselen
compare-not-saved = Niet opgeslagen, speelt dus niet
