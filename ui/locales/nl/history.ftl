# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = Geschiedenis
history-empty = Nog geen afbeeldingen. Elke afbeelding waarvan je video’s maakt, verschijnt hier.
history-step-sign-in = Log in bij Grok. Inloggen met Google werkt niet in apps, gebruik e-mail, X of Apple.
history-step-image = Open een afbeelding en stel in hoeveel video’s je wilt en hoeveel herhalingen je toestaat.
history-step-start = Druk op Starten. Retake klikt voor je op de knop van Grok en stopt bij je grenzen.
history-no-match = Geen resultaten.
history-clear = Filters wissen
history-search-label = Geschiedenis doorzoeken op prompt of id
history-order = Sorteren op
history-order-recent = Recent
history-order-videos = Meeste video’s
history-order-rate = Beste score
history-outcome = Resultaat
history-outcome-all = Alle afbeeldingen
history-outcome-completed = Met video’s
history-outcome-without = Nog geen video’s
history-outcome-moderated = Gemodereerd
history-outcome-failed = Mislukt
history-outcome-running = Bezig
history-outcome-resumable = Te hervatten
history-period = Tijd
history-period-any = Altijd
history-period-day = Laatste 24 uur
history-period-week = Laatste 7 dagen
history-period-month = Laatste 30 dagen

card-moderated = { $count } gemodereerd
card-failed = { $count } mislukt
card-rate = Slagingspercentage
detail-created = Gemaakt op
detail-limits = Grenzen
detail-auto-retry-on = { $limits }, automatisch herhalen aan
detail-auto-retry-off = { $limits }, automatisch herhalen uit
detail-pages = { $count ->
    [one] { $count } Grok-pagina
   *[other] { $count } Grok-pagina’s
}
detail-open-hint = Opent deze afbeelding in Grok
detail-resume-hint = Opent de afbeelding en hervat de laatste sessie
detail-enqueue-hint = Zet in de wachtrij met de laatste prompt en eigen grenzen
detail-copy-prompt = Prompt kopiëren
detail-stop-first = Stop de sessie om de geschiedenis te verwijderen.
detail-delete-question = Geschiedenis van deze afbeelding verwijderen? Alle sessies en pogingen gaan weg.
detail-delete = Geschiedenis verwijderen

sessions = Sessies
prompt-use = Gebruiken
prompt-use-hint = Deze prompt in het promptvak zetten
prompt-add = Toevoegen
prompt-add-hint = Toevoegen aan de prompt van de getoonde afbeelding
timeline = Tijdlijn
by-hand = Met de hand gemaakt
clip-length = clip van { $length }
took = duurde { $span }
step-waiting = Wacht op klikken: { $kind }
step-unanswered = Geklikt, geen antwoord van de pagina: { $kind }
step-clicked = Geklikt: { $kind }
step-not-clicked = Niet geklikt: { $reason }
step-dropped = Geannuleerd voor uitvoering: { $kind }
step-first = eerste poging
step-retry = herhaling
step-next = volgende video
step-pause = na een pauze van { $span }
step-late = { $span } te laat: de pagina toonde iets anders of een andere klik ging voor

video-save = Opslaan
video-save-hint = Deze video opslaan
video-saving = Opslaan…
video-saved = Opgeslagen: { $file }
video-not-saved = Niet opgeslagen. { $reason }
video-retry = Opnieuw proberen
video-show = Tonen
video-show-hint = Het bestand in de map tonen

notice-deleting = “{ $name }” wordt verwijderd
notice-undo = Ongedaan maken
notice-delete-now = Nu verwijderen
notice-resuming = “{ $name }” openen om de sessie te hervatten
notice-not-resumed = De pagina toonde “{ $name }” niet binnen { $span }, dus er is niets hervat. Open de afbeelding en druk op Hervatten.
download-running = { $name } opslaan: { $bytes }
download-running-of = { $name } opslaan: { $bytes } van { $all }
download-saved = Opgeslagen in { $path }
download-failed = { $name } is niet opgeslagen. { $reason }

chance-none = Er is nog geen poging klaar.
chance-no-video = Nog geen video. Reken op minstens { $attempts } voor één.
chance-about = Ongeveer { $typical } pogingen per video.
chance-between = Ongeveer { $typical } pogingen per video, waarschijnlijk { $least } tot { $most }.
chance-goal = Waarschijnlijk nodig voor { $videos }: ongeveer { $attempts }.
chance-goal-between = Waarschijnlijk nodig voor { $videos }: { $least } tot { $most } pogingen.
rate-of-attempts = van de pogingen werd een video
rate-likely = waarschijnlijk { $low }–{ $high }
layer-early = { $count } vroeg (0–24%)
layer-half-way = { $count } halverwege (25–87%)
layer-late = { $count } aan het eind (88–100%)
