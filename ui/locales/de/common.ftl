# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
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
video-without-prompt = Video ohne Prompt
image-unknown = Bild unbekannt
image-unknown-hint = Nichts verrät, zu welchem Bild dieses Video gehört; es zählt deshalb nirgends
from-text = Aus Text
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
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, höchstens { $retries }
back = Zurück
search = Suchen
