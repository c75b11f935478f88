# The page bar, the session's panel, what waits and what is queued.

page-bar = Groks Seite
page-back = Zurück
page-forward = Vorwärts
page-reload = Neu laden
page-home = Startseite
page-tools = Suchen und Zoom
page-find = Auf der Seite suchen
page-find-none = Keine Treffer
page-find-previous = Vorheriger Treffer
page-find-next = Nächster Treffer
page-zoom-out = Verkleinern
page-zoom-in = Vergrößern

session = Sitzung
session-videos = Videos
session-retries = Wiederholungen
session-credits = Credits
session-progress = Fortschritt dieses Versuchs

# The state of the session, in a word or two.
status-idle = Bereit
status-unreachable = Keine Seite
status-needs-user = Braucht dich
status-running = Läuft
status-waiting = Wartet
status-paused = Pausiert
status-success = Ziel erreicht
status-max-retries = Keine Wiederholungen mehr
status-timed-out = Zeit abgelaufen
status-rate-limited = Limit erreicht
status-cancelled = Gestoppt
status-stale = Von Grok verloren
status-interrupted = Unterbrochen

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Start in
activity-retry = Wiederholung in
activity-next = Nächstes Video in
activity-clicking = Groks Taste wird gedrückt
activity-generating = Wird erzeugt
activity-reloaded = Seite neu geladen. Warte auf Nachricht von diesem Versuch
activity-confirming = { $outcome }, wird bei Grok bestätigt
activity-elsewhere = Öffne dieses Bild, um fortzufahren
activity-paused = Auto-Wiederholung ist aus. Retake zählt nur deine Versuche.
activity-quiet = Warte auf Grok
ended-success = Du hast alle gewünschten Videos.
ended-max-retries = Alle Wiederholungen sind verbraucht.
ended-timed-out = Grok hat nach dem letzten Klick nicht reagiert.
ended-rate-limited = Du hast Groks Limit erreicht. Versuche es später noch einmal.
ended-cancelled = Von dir gestoppt.
ended-stale = Grok hat dieses Bild aus der Seite entfernt, meist nach dem Neuladen. Setze die Sitzung fort.
ended-interrupted = Retake wurde während dieser Sitzung geschlossen.
attempt-pending = Ausstehend
attempt-processing = Wird erzeugt
attempt-completed = Fertig
attempt-moderated = Moderiert
attempt-failed = Fehlgeschlagen
attempt-unknown = Ende nicht gesehen
attempt-early = früh
attempt-half-way = auf halbem Weg
attempt-late = am Ende
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, vermutlich
failures-early = { $count } früh
failures-half-way = { $count } auf halbem Weg
failures-late = { $count } am Ende

hint-no-post = Öffne ein Bild in Grok, um loszulegen.
hint-looking = Bild wird gesucht …
hint-no-image = Auf dieser Seite ist kein Bild zu finden. Öffne eines deiner Bilder oder lade die Seite neu.
hint-several-images = Dieses Video entstand aus mehreren Bildern. Öffne das gewünschte.
hint-open-image = Bild { $number } öffnen
hint-text-video = Dieses Video entstand nur aus Text und hat deshalb kein Bild. Öffne ein Bild, um Videos daraus zu machen.
hint-reload = Seite neu laden
hint-unreachable = { $problem }. Dein Verlauf funktioniert weiter.
hint-try-again = Noch einmal versuchen

limit-over = Groks Limit sollte vorbei sein. Du kannst fortsetzen.
limit-until = Grok macht um { $time } weitere Videos.
limit-until-tomorrow = Grok macht morgen um { $time } weitere Videos.
limit-until-date = Grok macht am { $date } um { $time } weitere Videos.
quota-none = Keine Videos mehr übrig.
quota-none-until = Bis { $time } keine Videos mehr übrig.
quota-left = { $count ->
    [one] Noch { $count } Video übrig.
   *[other] Noch { $count } Videos übrig.
}
quota-left-until = { $count ->
    [one] Noch { $count } Video übrig bis { $time }.
   *[other] Noch { $count } Videos übrig bis { $time }.
}

max-retries = Max. Wiederholungen
video-goal = Ziel
auto-retry = Auto-Wiederholung
number-fewer = Weniger: { $label }
number-more = Mehr: { $label }
number-range = Gib eine ganze Zahl von { $least } bis { $most } ein.
limits-end-title = Das beendet die Sitzung
limits-end-goal = Ein Ziel von { $number } ist schon erreicht. Das beendet die Sitzung jetzt.
limits-end-retries = { $number } Wiederholungen sind schon verbraucht. Das beendet die Sitzung jetzt.
limits-end-no = Weiterlaufen lassen
limits-end-yes = Sitzung beenden

prompt = Prompt
prompt-empty = Leer lassen, um den Prompt der Seite zu behalten
prompt-from-image = Prompt des Bildes verwenden
prompt-no-image = Öffne zuerst ein Bild, dann verwende den Prompt.
start = Starten
stop = Stoppen
go-on = Weiter
pause = Pausieren
pause-hint = Das laufende Video wird noch fertig. Danach startet nichts mehr, bis du weitermachst.
enqueue = Zur Warteschlange
enqueue-hint = Läuft nach den Bildern davor
resume-hint = Mit demselben Prompt und den übrigen Wiederholungen fortsetzen
start-needs-auto-retry = Schalte Auto-Wiederholung ein, um zu starten.
start-needs-limits = Korrigiere die Grenzen, um zu starten.
start-cost = Höchstens { $attempts }.
estimate = Voraussichtlich { $attempts }, { $credits }.
estimate-time = Voraussichtlich { $attempts }, { $credits }, { $time }.
start-over = Neu starten
start-hint = Sitzung starten
stop-hint = Grok macht das laufende Video noch fertig, was einen Credit kosten kann
point-button = Taste zeigen
point-prompt-box = Promptfeld zeigen
remedy-reload = Seite neu laden
remedy-open = Bild öffnen
remedy-auto-retry = Auto-Wiederholung einschalten
remedy-data-folder = Datenordner öffnen
pick-prompt-box = Klicke auf der Seite auf das Promptfeld. Esc bricht ab.
pick-button = Klicke auf der Seite auf die Taste, die ein Video erzeugt. Esc bricht ab.

waiting-label = Pausierte Sitzungen
waiting-title = Pausierte Sitzungen
interrupted-label = Unterbrochene Sitzungen
interrupted-title = { $count ->
    [one] { $count } Sitzung wurde beim Schließen von Retake unterbrochen
   *[other] { $count } Sitzungen wurden beim Schließen von Retake unterbrochen
}
dismiss = Ausblenden
close-title = Retake schließen?
close-question = Eine Sitzung läuft. Wenn du Retake schließt, wird sie unterbrochen; du kannst sie später fortsetzen.
close-no = Offen lassen
close-yes = Retake schließen

queue = Warteschlange
queue-empty = Die Warteschlange ist leer. Reihe das Bild auf der Seite mit „Zur Warteschlange“ ein oder irgendein Bild aus dem Verlauf.
queue-emptied = Die Warteschlange ist leer
queue-removed = „{ $name }“ ist nicht mehr eingereiht
queue-sum = Höchstens { $attempts }
queue-sum-left = Höchstens { $attempts }, { $videos } übrig
queue-health = Zustand öffnen
queue-pause = Pausieren
queue-clear = Warteschlange leeren
queue-after-session = Das nächste Bild startet, wenn diese Sitzung endet
queue-opening = Nächstes Bild wird geöffnet
queue-next-in = Nächstes Bild in { $time }. Benutze die Seite, um es aufzuhalten.
queue-paused-user = Von dir pausiert
queue-paused-rate-limited = Pausiert: Du hast Groks Limit erreicht
queue-paused-stopped = Pausiert: Du hast eine Sitzung gestoppt
queue-paused-timed-out = Pausiert: Die Zeit der letzten Sitzung ist abgelaufen
queue-paused-restarted = Pausiert: Retake wurde neu gestartet
queue-paused-not-shown = Pausiert: Das nächste Bild ließ sich nicht öffnen
queue-paused-refused = Pausiert: Die nächste Sitzung konnte nicht starten (siehe Zustand)
queue-up = Nach oben
queue-remove = Entfernen
queue-import = Aus CSV hinzufügen
queue-import-hint = Eine Datei mit den Spalten image (Id oder URL des Beitrags), prompt, max_retries und goal
queue-import-take = { $images } hinzufügen
queue-import-none = Keine Zeile dieser Datei kann hinzugefügt werden.
queue-import-line = Zeile { $line }: { $why }
queue-edit = Bearbeiten
queue-edit-starts-over = Damit wurde schon begonnen. Nach dem Speichern fängt es von vorn an.
queue-move = „{ $name }“ verschieben, Platz { $place } von { $count }
queue-move-hint = Zum Verschieben ziehen oder die Pfeiltasten nach oben und unten drücken
queue-done = Erledigt
queue-done-cleared = Die Liste der erledigten Bilder ist geleert
queue-done-clear = Liste leeren
queue-retry-failed = Erfolglose wiederholen ({ $count })
queue-retry-failed-hint = Reiht wieder ein, was sein Ziel nicht erreicht hat
queue-twice = Dieses Bild ist schon in der Warteschlange. Prompt und Grenzen ersetzen?
queue-twice-no = So lassen
queue-twice-yes = Ersetzen

log = Protokoll

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = ID kopieren
library = Bibliothek
tabs-label = Bereiche der Seitenleiste
tab-make = Machen
make-empty = Grenzen und Prompt erscheinen hier, sobald ein Bild offen ist.
results = Ergebnisse
results-failed = fehlgeschlagen: { $failures }
result-open-hint = Auf Groks Seite zeigen
result-play = Abspielen
result-star = Stern
result-star-hint = Die Bibliothek zeigt es als „Ausgewählt“
commands = Alle Befehle
commands-ask = Was möchtest du tun?
commands-list = Befehle
commands-none = Kein Befehl passt.
palette-resume = Sitzung fortsetzen
palette-enqueue = Dieses Bild einreihen
palette-prompt = Prompt bearbeiten
palette-pause = Sitzung pausieren
palette-go-on = Mit der Sitzung weitermachen
palette-queue-pause = Warteschlange anhalten
palette-queue-go-on = Warteschlange fortsetzen
palette-copy-id = ID des Bildes kopieren
palette-back = Auf der Seite zurück
palette-forward = Auf der Seite vor
palette-home = Zu Groks Startseite
palette-go = Gehe zu { $place }
palette-settings = Einstellungen: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Originalgröße
give-image = Der Seite das Bild aus der Zwischenablage geben
grip = Breite der Seitenleiste
codecs-cant-play = Videos laufen hier nicht.
codecs-general = Diesem System fehlt H.264 oder AAC: Installiere GStreamers libav-Plugin und die Plugins „good“ und „bad“, unter Windows N das Media Feature Pack. Starte Retake dann neu.
codecs-packages = { $system } fehlt H.264 oder AAC. Installiere diese Pakete und starte Retake neu:
codecs-repository = Eventuell brauchst du auch { $name }.
codecs-copy = Befehl kopieren
machine = Dieser Computer
machine-plays = Spielt H.264 und AAC ab
machine-graphics-own = Grafik so, wie das System sie zeichnet
machine-graphics-with = Grafik mit
