# What was not as expected, in Health; the technical details stand below each.

problem-queue = De wachtrij kon niet verder
problem-page-script = Een deel van Retakes script in de pagina is mislukt
problem-command-refused = Een verzoek is geweigerd
problem-store-unreadable = De afbeeldingsgegevens van Grok konden niet worden gelezen
problem-progress = De pagina toonde een onmogelijke voortgang
problem-action-result = Het antwoord van de pagina op een klik klopte niet
problem-ambiguous-ids = Pogingen hebben tegenstrijdige id’s
problem-not-confirmed = Het einde van een poging is niet bevestigd
problem-access-refused = Grok weigerde een video te maken
problem-too-much = De pagina stuurde te veel tegelijk
problem-counts-differ = Grok en Retake zijn het oneens over een poging
problem-skipped-entries = Items zonder bruikbare id zijn overgeslagen
problem-unknown-status = Een poging heeft een onbekende status
problem-unusable-keys = Sommige afbeelding-id’s zijn onbruikbaar
problem-other-version = De afbeeldingsgegevens van Grok hebben een nieuwe versie
problem-other = Er gebeurde iets onverwachts
