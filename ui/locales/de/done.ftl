# What was done, as a notice says it.

pick-unchanged = Nichts geändert.
pick-done = Alles klar. Du kannst das in den Einstellungen rückgängig machen.
recording-started = Aufzeichnung in { $file }.
recording-holds = Sie enthält deine Prompts und Groks Seitendaten.
recording-stopped = Die Aufzeichnung ist in { $file }.
recording-caution = Sie enthält deine Prompts und Groks Seitendaten. Sieh sie durch, bevor du sie weitergibst.
signed-out = Du bist abgemeldet, und die Daten der Seite sind gelöscht. Dein Retake-Verlauf bleibt.
prompts-exported = Gespeicherte Prompts exportiert nach { $file }.
exported-to = Exportiert nach { $file }.
backed-up-to = Gesichert in { $file }.
imported = Importiert: { $images }, { $sessions } und { $attempts }, die noch nicht hier waren.
images-count = { $count ->
    [one] { $count } Bild
   *[other] { $count } Bilder
}
forgotten = { $count ->
    [one] Verlauf von { $count } Bild gelöscht.
   *[other] Verlauf von { $count } Bildern gelöscht.
}
files-stay = Sicherungen, Exporte und gesicherte Videos wurden behalten.
restored = Sicherung wiederhergestellt.
restore-kept = Dein vorheriger Verlauf ist in { $file } gesichert.
taken-over = Aus der Browser-Erweiterung importiert. Neu: { $taken }. Schon hier: { $known }. Warten auf ihr Bild: { $waiting }.
taken-over-waits = Wartende Einträge werden erneut versucht, sobald Groks Seite weitere Bilder zeigt:
and-more = - und { $count } weitere
exported-images = { $images } nach { $file } exportiert.
prompts-kept = { $count ->
    [one] { $count } Prompt gespeichert.
   *[other] { $count } Prompts gespeichert.
}
frame-saved = Gespeichert als { $file }.
check-none = Noch kein Video gespeichert.
check-looked-at = { $count ->
    [one] { $count } gespeichertes Video geprüft.
   *[other] { $count } gespeicherte Videos geprüft.
}
check-missing = Fehlen und können neu gespeichert werden: { $names }.
check-broken = Beschädigt und können neu gespeichert werden: { $names }.
check-doubled = Dasselbe Video unter mehreren Namen: { $names }.
check-fine = Alle sind da, heil und nur einmal vorhanden.
names-and-more = { $names } und { $count } weitere
image-given = Die Seite hat das Bild.
