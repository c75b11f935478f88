# What was done, as a notice says it.

pick-unchanged = Er is niets gewijzigd.
pick-done = Klaar. Je kunt dit ongedaan maken bij Instellingen.
recording-started = Opnemen in { $file }.
recording-holds = Dit bevat je prompts en paginagegevens van Grok.
recording-stopped = De opname staat in { $file }.
recording-caution = Dit bevat je prompts en paginagegevens van Grok. Bekijk het voordat je het deelt.
signed-out = Je bent uitgelogd en de paginagegevens zijn gewist. Je Retake-geschiedenis blijft.
prompts-exported = Opgeslagen prompts geëxporteerd naar { $file }.
exported-to = Geëxporteerd naar { $file }.
backed-up-to = Back-up in { $file }.
imported = Geïmporteerd, hier nieuw: { $images }, { $sessions } en { $attempts }.
images-count = { $count ->
    [one] { $count } afbeelding
   *[other] { $count } afbeeldingen
}
forgotten = { $count ->
    [one] Geschiedenis van { $count } afbeelding verwijderd.
   *[other] Geschiedenis van { $count } afbeeldingen verwijderd.
}
files-stay = Back-ups, exports en opgeslagen video’s zijn bewaard.
restored = Back-up teruggezet.
restore-kept = Van je vorige geschiedenis staat een back-up in { $file }.
taken-over = Geïmporteerd uit de browserextensie. Nieuw: { $taken }. Al aanwezig: { $known }. Wachten op hun afbeelding: { $waiting }.
taken-over-waits = Wachtende items worden opnieuw geprobeerd als de pagina van Grok meer afbeeldingen toont:
and-more = - en nog { $count }
exported-images = { $images } geëxporteerd naar { $file }.
prompts-kept = { $count ->
    [one] { $count } prompt opgeslagen.
   *[other] { $count } prompts opgeslagen.
}
frame-saved = Opgeslagen als { $file }.
check-none = Nog geen video opgeslagen.
check-looked-at = { $count ->
    [one] { $count } opgeslagen video gecontroleerd.
   *[other] { $count } opgeslagen video’s gecontroleerd.
}
check-missing = Ontbreken en kunnen opnieuw worden opgeslagen: { $names }.
check-broken = Beschadigd en kunnen opnieuw worden opgeslagen: { $names }.
check-doubled = Dezelfde video onder meerdere namen: { $names }.
check-fine = Ze zijn er allemaal, heel en maar één keer.
names-and-more = { $names } en nog { $count }
image-given = De pagina heeft de afbeelding.
