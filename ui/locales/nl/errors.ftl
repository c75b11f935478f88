# Why something that was asked for was not done.

engine-stopped = Retake werkt niet meer. Herstart het.
engine-not-stored = Opslaan mislukt: { $reason }. Er is niets gedaan. Bekijk het logboek in de gegevensmap en herstart Retake.
maintenance-failed = Dit mislukte en je geschiedenis is ongewijzigd: { $reason }.
page-busy = De pagina antwoordde niet. Misschien is ze bezig; probeer het opnieuw.
history-unreadable = Je geschiedenis kan niet worden gelezen: { $reason }.
pick-nothing = Er is niets gekozen. Druk op “Kiezen op pagina” om het opnieuw te proberen.
video-none = Deze poging heeft geen voltooide video om op te slaan.
video-not-saved-why = De video wordt niet opgeslagen: { $reason }.
refusal-no-image = Open eerst een van je afbeeldingen.
refusal-auto-retry-off = Zet automatisch herhalen aan om te starten.
refusal-already-active = Van deze afbeelding loopt een sessie. Stop die voordat je een andere start.
refusal-not-active = Van deze afbeelding loopt geen sessie.
refusal-other-image = De pagina toont nu een andere afbeelding. Open deze opnieuw en start dan.
refusal-goal-reached = Doel bereikt: de laatste video kwam na het einde van de sessie.
refusal-nothing-to-resume = Deze afbeelding heeft geen sessie om te hervatten. Start een nieuwe.
refusal-not-queued = Deze afbeelding staat niet meer in de wachtrij.
refusal-queue-full = { $most ->
    [one] De wachtrij is vol ({ $most } afbeelding). Verwijder er eerst een.
   *[other] De wachtrij is vol ({ $most } afbeeldingen). Verwijder er eerst een paar.
}
queue-row-no-image = er is geen afbeelding genoemd
queue-row-unknown = Retake kent de afbeelding “{ $image }” niet; open haar een keer
queue-row-twice = deze afbeelding staat al in regel { $line }
queue-row-queued = staat al in de wachtrij
queue-row-range = { $column } moet een geheel getal van { $from } tot { $to } zijn
refusal-text-video = Deze video is alleen van tekst gemaakt, dus Retake kan er geen meer maken. Open eerst een afbeelding.
refusal-several-sources = Deze video is van meerdere afbeeldingen gemaakt. Open eerst de gewenste.
refusal-prompt-needed = Voer eerst een prompt in: de pagina heeft er een nodig.
filter-needs-name = Geef het filter eerst een naam.
filter-name-too-long = { $most ->
    [one] De naam van een filter heeft hoogstens { $most } teken. Maak hem korter.
   *[other] De naam van een filter heeft hoogstens { $most } tekens. Maak hem korter.
}
not-kept = Opslaan mislukt: { $reason }. Probeer het opnieuw.
image-none-on-clipboard = Er staat geen afbeelding op het klembord. Kopieer er eerst een.
image-too-large = De afbeelding is groter dan 25 MB. Sla haar op als bestand en kies dat op de pagina.
image-not-taken = De pagina neemt hier geen afbeelding aan. Ga naar de startpagina en probeer het opnieuw.
