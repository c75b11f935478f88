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
