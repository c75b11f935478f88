# What was done, as a notice says it.

pick-unchanged = Nessuna modifica.
pick-done = Fatto. Puoi annullarlo nelle Impostazioni.
recording-started = Registrazione in { $file }.
recording-holds = Contiene i tuoi prompt e i dati della pagina di Grok.
recording-stopped = La registrazione è in { $file }.
recording-caution = Contiene i tuoi prompt e i dati della pagina di Grok. Controllala prima di condividerla.
signed-out = Sei uscito e i dati della pagina sono stati cancellati. La tua cronologia di Retake resta.
prompts-exported = Prompt salvati esportati in { $file }.
exported-to = Esportato in { $file }.
backed-up-to = Backup in { $file }.
imported = Importato, nuovo qui: { $images }, { $sessions } e { $attempts }.
images-count = { $count ->
    [one] { $count } immagine
   *[other] { $count } immagini
}
forgotten = { $count ->
    [one] Cronologia di { $count } immagine eliminata.
   *[other] Cronologia di { $count } immagini eliminata.
}
files-stay = Backup, esportazioni e video salvati sono stati conservati.
restored = Backup ripristinato.
restore-kept = La cronologia precedente è salvata in { $file }.
taken-over = Importato dall’estensione del browser. Nuovi: { $taken }. Già presenti: { $known }. In attesa della loro immagine: { $waiting }.
taken-over-waits = Le voci in attesa vengono ritentate quando la pagina di Grok mostra altre immagini:
and-more = - e altri { $count }
exported-images = { $images } esportate in { $file }.
prompts-kept = { $count ->
    [one] { $count } prompt salvato.
   *[other] { $count } prompt salvati.
}
frame-saved = Salvato come { $file }.
check-none = Nessun video ancora salvato.
check-looked-at = { $count ->
    [one] { $count } video salvato controllato.
   *[other] { $count } video salvati controllati.
}
check-missing = Mancanti, si possono salvare di nuovo: { $names }.
check-broken = Danneggiati, si possono salvare di nuovo: { $names }.
check-doubled = Lo stesso video con più nomi: { $names }.
check-fine = Ci sono tutti, integri e una volta sola.
names-and-more = { $names } e altri { $count }
image-given = La pagina ha l’immagine.
