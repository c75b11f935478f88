# The page bar, the session's panel, what waits and what is queued.

page-bar = Pagina van Grok
page-back = Vorige
page-forward = Volgende
page-reload = Herladen
page-home = Startpagina
page-tools = Zoeken en zoomen
page-find = Zoeken op pagina
page-find-none = Geen resultaten
page-find-previous = Vorig resultaat
page-find-next = Volgend resultaat
page-zoom-out = Uitzoomen
page-zoom-in = Inzoomen

session = Sessie
session-videos = Video’s
session-retries = Herhalingen
session-credits = Credits
session-progress = Voortgang van deze poging

# The state of the session, in a word or two.
status-idle = Gereed
status-unreachable = Geen pagina
status-needs-user = Heeft je nodig
status-running = Bezig
status-waiting = Wacht
status-paused = Gepauzeerd
status-success = Doel bereikt
status-max-retries = Herhalingen op
status-timed-out = Tijd verstreken
status-rate-limited = Limiet bereikt
status-cancelled = Gestopt
status-stale = Kwijt bij Grok
status-interrupted = Onderbroken

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Start over
activity-retry = Opnieuw over
activity-next = Volgende video over
activity-clicking = Klikken op de knop van Grok
activity-generating = Bezig met maken
activity-reloaded = Pagina herladen. Wachten op nieuws over deze poging
activity-confirming = { $outcome }, wordt bij Grok bevestigd
activity-elsewhere = Open deze afbeelding om door te gaan
activity-paused = Automatisch herhalen staat uit. Retake telt alleen je pogingen.
activity-quiet = Wachten op Grok
ended-success = Je hebt alle video’s die je wilde.
ended-max-retries = Alle herhalingen zijn gebruikt.
ended-timed-out = Grok reageerde niet na de laatste klik.
ended-rate-limited = Je hebt de limiet van Grok bereikt. Probeer het later opnieuw.
ended-cancelled = Door jou gestopt.
ended-stale = Grok haalde deze afbeelding van de pagina, meestal na herladen. Hervat om door te gaan.
ended-interrupted = Retake is tijdens deze sessie gesloten.
attempt-pending = In afwachting
attempt-processing = Bezig met maken
attempt-completed = Klaar
attempt-moderated = Gemodereerd
attempt-failed = Mislukt
attempt-unknown = Einde niet gezien
attempt-early = vroeg
attempt-half-way = halverwege
attempt-late = aan het eind
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, waarschijnlijk
failures-early = { $count } vroeg
failures-half-way = { $count } halverwege
failures-late = { $count } aan het eind

hint-no-post = Open een afbeelding in Grok om te beginnen.
hint-looking = Afbeelding zoeken…
hint-no-image = Geen afbeelding gevonden op deze pagina. Open een van je afbeeldingen of herlaad de pagina.
hint-several-images = Deze video is van meerdere afbeeldingen gemaakt. Open de gewenste.
hint-open-image = Afbeelding { $number } openen
hint-text-video = Deze video is alleen van tekst gemaakt en heeft dus geen afbeelding. Open een afbeelding om er video’s van te maken.
hint-reload = Pagina herladen
hint-unreachable = { $problem }. Je geschiedenis werkt nog.
hint-try-again = Opnieuw proberen

limit-over = De limiet van Grok zou voorbij moeten zijn. Je kunt hervatten.
limit-until = Grok maakt om { $time } weer video’s.
limit-until-tomorrow = Grok maakt morgen om { $time } weer video’s.
limit-until-date = Grok maakt op { $date } om { $time } weer video’s.
quota-none = Geen video’s meer over.
quota-none-until = Geen video’s meer over tot { $time }.
quota-left = { $count ->
    [one] Nog { $count } video over.
   *[other] Nog { $count } video’s over.
}
quota-left-until = { $count ->
    [one] Nog { $count } video over tot { $time }.
   *[other] Nog { $count } video’s over tot { $time }.
}

max-retries = Max. herhalingen
video-goal = Doel
auto-retry = Automatisch herhalen
number-fewer = Minder: { $label }
number-more = Meer: { $label }
number-range = Voer een geheel getal van { $least } tot { $most } in.
limits-end-title = Dit beëindigt de sessie
limits-end-goal = Een doel van { $number } is al bereikt. Dit beëindigt de sessie nu.
limits-end-retries = Het maximum van { $number } herhalingen is al gebruikt. Dit beëindigt de sessie nu.
limits-end-no = Doorgaan met de sessie
limits-end-yes = Sessie beëindigen

prompt = Prompt
prompt-empty = Laat leeg om de prompt op de pagina te houden
prompt-from-image = Prompt van afbeelding gebruiken
prompt-no-image = Open eerst een afbeelding en gebruik dan de prompt.
start = Starten
stop = Stoppen
go-on = Doorgaan
pause = Pauzeren
pause-hint = De lopende video wordt nog afgemaakt. Daarna start er niets tot je doorgaat.
enqueue = Aan wachtrij toevoegen
enqueue-hint = Start na de afbeeldingen ervoor
resume-hint = Doorgaan met dezelfde prompt en de resterende herhalingen
start-needs-auto-retry = Zet automatisch herhalen aan om te starten.
start-needs-limits = Corrigeer de grenzen om te starten.
start-cost = Hoogstens { $attempts }.
estimate = Ongeveer { $attempts }, { $credits }.
estimate-time = Ongeveer { $attempts }, { $credits }, { $time }.
start-over = Opnieuw beginnen
start-hint = Sessie starten
stop-hint = Grok maakt de lopende video nog af, wat een credit kan kosten
point-button = Knop aanwijzen
point-prompt-box = Promptvak aanwijzen
remedy-reload = Pagina herladen
remedy-open = Afbeelding openen
remedy-auto-retry = Automatisch herhalen aanzetten
remedy-data-folder = Gegevensmap openen
pick-prompt-box = Klik op het promptvak op de pagina. Esc annuleert.
pick-button = Klik op de knop op de pagina die een video maakt. Esc annuleert.

waiting-label = Gepauzeerde sessies
waiting-title = Gepauzeerde sessies
interrupted-label = Onderbroken sessies
interrupted-title = { $count ->
    [one] { $count } sessie is onderbroken toen Retake sloot
   *[other] { $count } sessies zijn onderbroken toen Retake sloot
}
dismiss = Negeren
close-title = Retake sluiten?
close-question = Er loopt een sessie. Retake sluiten onderbreekt die; je kunt haar later hervatten.
close-no = Open houden
close-yes = Retake sluiten

queue = Wachtrij
queue-empty = De wachtrij is leeg. Voeg de afbeelding op de pagina toe met “Aan wachtrij toevoegen”, of een afbeelding uit de geschiedenis.
queue-emptied = De wachtrij is leeg
queue-removed = “{ $name }” staat niet meer in de wachtrij
queue-sum = Hoogstens { $attempts }
queue-sum-left = Hoogstens { $attempts }, nog { $videos }
queue-health = Status openen
queue-pause = Pauzeren
queue-clear = Wachtrij wissen
queue-after-session = De volgende start als deze sessie eindigt
queue-opening = Volgende afbeelding openen
queue-next-in = Volgende afbeelding over { $time }. Gebruik de pagina om te wachten.
queue-paused-user = Door jou gepauzeerd
queue-paused-rate-limited = Gepauzeerd: je hebt de limiet van Grok bereikt
queue-paused-stopped = Gepauzeerd: je hebt een sessie gestopt
queue-paused-timed-out = Gepauzeerd: de tijd van de laatste sessie is verstreken
queue-paused-restarted = Gepauzeerd: Retake is herstart
queue-paused-not-shown = Gepauzeerd: de volgende afbeelding kon niet worden geopend
queue-paused-refused = Gepauzeerd: de volgende sessie kon niet starten (zie Status)
queue-up = Omhoog
queue-remove = Verwijderen
queue-import = Toevoegen uit CSV
queue-import-hint = Een bestand met de kolommen image (id of URL van de post), prompt, max_retries en goal
queue-import-take = { $images } toevoegen
queue-import-none = Geen regel van dit bestand kan worden toegevoegd.
queue-import-line = Regel { $line }: { $why }
queue-edit = Bewerken
queue-edit-starts-over = Hiermee was al begonnen. Na het opslaan begint het opnieuw.
queue-move = “{ $name }” verplaatsen, plaats { $place } van { $count }
queue-move-hint = Sleep om te verplaatsen, of druk op pijl omhoog en omlaag
queue-done = Klaar
queue-done-cleared = De lijst met wat klaar is, is gewist
queue-done-clear = Lijst wissen
queue-retry-failed = Mislukte opnieuw ({ $count })
queue-retry-failed-hint = Zet opnieuw in de wachtrij wat zonder zijn doel eindigde
queue-twice = Deze afbeelding staat al in de wachtrij. Prompt en grenzen vervangen?
queue-twice-no = Zo laten
queue-twice-yes = Vervangen

log = Logboek

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Id kopiëren
library = Bibliotheek
tabs-label = Onderdelen van de zijbalk
tab-make = Maken
make-empty = Grenzen en prompt verschijnen hier zodra er een afbeelding open is.
results = Resultaten
results-failed = mislukt: { $failures }
result-open-hint = Tonen op de pagina van Grok
result-play = Afspelen
result-star = Ster
result-star-hint = De bibliotheek toont hem als “Gekozen”
commands = Alle opdrachten
commands-ask = Wat wil je doen?
commands-list = Opdrachten
commands-none = Geen opdracht gevonden.
palette-resume = Sessie hervatten
palette-enqueue = Deze afbeelding aan de wachtrij toevoegen
palette-prompt = Prompt bewerken
palette-pause = Sessie pauzeren
palette-go-on = Sessie voortzetten
palette-queue-pause = Wachtrij pauzeren
palette-queue-go-on = Wachtrij voortzetten
palette-copy-id = Id van de afbeelding kopiëren
palette-back = Terug op de pagina
palette-forward = Vooruit op de pagina
palette-home = Naar de startpagina van Grok
palette-go = Ga naar { $place }
palette-settings = Instellingen: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Ware grootte
give-image = De pagina de afbeelding van het klembord geven
grip = Breedte van de zijbalk
codecs-cant-play = Video’s spelen hier niet.
codecs-general = Dit systeem mist H.264 of AAC: installeer de libav-plug-in van GStreamer en de plug-ins “good” en “bad”, of op Windows N het Media Feature Pack. Start Retake daarna opnieuw.
codecs-packages = { $system } mist H.264 of AAC. Installeer deze pakketten en start Retake opnieuw:
codecs-repository = Misschien is ook { $name } nodig.
codecs-copy = Opdracht kopiëren
machine = Deze computer
machine-plays = Speelt H.264 en AAC af
machine-graphics-own = Beeld zoals het systeem het tekent
machine-graphics-with = Beeld met
