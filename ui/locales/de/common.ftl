# What many parts of the sidebar say.

plain = { $words }
ok = OK
cancel = Abbrechen
open = Öffnen
resume = Fortsetzen
delete = Löschen
export = Exportieren
copy = Kopieren
copied = Kopiert
copy-failed = Kopieren nicht möglich. Markiere den Text und drücke Strg+C.
loading = Wird geladen …
no-answer = Retake hat nicht geantwortet ({ $reason }). Versuche es noch einmal oder starte Retake neu.
storage-problem = Speichern nicht möglich: { $problem }. Du kannst ansehen, was da ist, aber keine Sitzungen starten.
image-without-prompt = Bild ohne Prompt
videos-count = { $count ->
    [one] { $count } Video
   *[other] { $count } Videos
}
retries-count = { $count ->
    [one] { $count } Wiederholung
   *[other] { $count } Wiederholungen
}
attempts-count = { $count ->
    [one] { $count } Versuch
   *[other] { $count } Versuche
}
sessions-count = { $count ->
    [one] { $count } Sitzung
   *[other] { $count } Sitzungen
}
credits-count = { $count ->
    [one] { $count } Credit
   *[other] { $count } Credits
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } Video
   *[other] { $made }/{ $goal } Videos
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } Wiederholung
   *[other] { $used }/{ $most } Wiederholungen
}
limits = { $videos }, höchstens { $retries }
