# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = Verlauf
history-empty = Noch keine Bilder. Jedes Bild, aus dem du Videos machst, erscheint hier.
history-step-sign-in = Melde dich bei Grok an. Die Anmeldung mit Google funktioniert in Apps nicht; nimm E-Mail, X oder Apple.
history-step-image = Öffne ein Bild und lege fest, wie viele Videos du willst und wie viele Wiederholungen du erlaubst.
history-step-start = Drücke Starten. Retake klickt für dich auf Groks Taste und hält sich an deine Grenzen.
history-no-match = Keine Treffer.
history-clear = Filter zurücksetzen
history-search-label = Verlauf nach Prompt oder ID durchsuchen
history-order = Sortieren nach
history-order-recent = Neueste
history-order-videos = Meiste Videos
history-order-rate = Beste Quote
history-outcome = Ergebnis
history-outcome-all = Alle Bilder
history-outcome-completed = Mit Videos
history-outcome-without = Noch ohne Video
history-outcome-moderated = Moderiert
history-outcome-failed = Fehlgeschlagen
history-outcome-running = Läuft
history-outcome-resumable = Fortsetzbar
history-period = Zeit
history-period-any = Jederzeit
history-period-day = Letzte 24 Stunden
history-period-week = Letzte 7 Tage
history-period-month = Letzte 30 Tage

card-moderated = { $count } moderiert
card-failed = { $count } fehlgeschlagen
card-rate = Erfolgsquote
detail-created = Erstellt
detail-limits = Grenzen
detail-auto-retry-on = { $limits }, Auto-Wiederholung an
detail-auto-retry-off = { $limits }, Auto-Wiederholung aus
detail-pages = { $count ->
    [one] { $count } Grok-Seite
   *[other] { $count } Grok-Seiten
}
detail-open-hint = Öffnet dieses Bild in Grok
detail-resume-hint = Öffnet das Bild und setzt seine letzte Sitzung fort
detail-enqueue-hint = Reiht es mit seinem letzten Prompt und seinen Grenzen ein
detail-copy-prompt = Prompt kopieren
detail-stop-first = Stoppe die Sitzung, um den Verlauf zu löschen.
detail-delete-question = Verlauf dieses Bildes löschen? Alle Sitzungen und Versuche gehen verloren.
detail-delete = Verlauf löschen

sessions = Sitzungen
prompt-use = Verwenden
prompt-use-hint = Diesen Prompt ins Promptfeld übernehmen
prompt-add = Anhängen
prompt-add-hint = An den Prompt des gezeigten Bildes anhängen
timeline = Zeitleiste
by-hand = Von Hand gemacht
clip-length = Clip: { $length }
took = dauerte { $span }
step-waiting = Wartet auf Klick: { $kind }
step-unanswered = Geklickt, keine Antwort der Seite: { $kind }
step-clicked = Geklickt: { $kind }
step-not-clicked = Nicht geklickt: { $reason }
step-dropped = Vor der Ausführung abgebrochen: { $kind }
step-first = erster Versuch
step-retry = Wiederholung
step-next = nächstes Video
step-pause = nach einer Pause von { $span }
step-late = { $span } zu spät: Die Seite zeigte etwas anderes, oder ein anderer Klick kam zuvor

video-save = Sichern
video-save-hint = Dieses Video sichern
video-saving = Wird gesichert …
video-saved = Gesichert: { $file }
video-not-saved = Nicht gesichert. { $reason }
video-retry = Wiederholen
video-show = Zeigen
video-show-hint = Die Datei in ihrem Ordner zeigen

notice-deleting = „{ $name }“ wird gelöscht
notice-undo = Rückgängig
notice-delete-now = Jetzt löschen
notice-resuming = „{ $name }“ wird geöffnet, um die Sitzung fortzusetzen
notice-not-resumed = Die Seite hat „{ $name }“ nicht innerhalb von { $span } gezeigt; es wurde nichts fortgesetzt. Öffne das Bild und drücke Fortsetzen.
download-running = { $name } wird gesichert: { $bytes }
download-running-of = { $name } wird gesichert: { $bytes } von { $all }
download-saved = Gesichert in { $path }
download-failed = { $name } wurde nicht gesichert. { $reason }

chance-none = Noch kein Versuch ist abgeschlossen.
chance-no-video = Noch kein Video. Rechne mit mindestens { $attempts } für eines.
chance-about = Etwa { $typical } Versuche pro Video.
chance-between = Etwa { $typical } Versuche pro Video, wahrscheinlich { $least } bis { $most }.
chance-goal = Wahrscheinlich nötig für { $videos }: etwa { $attempts }.
chance-goal-between = Wahrscheinlich nötig für { $videos }: { $least } bis { $most } Versuche.
rate-of-attempts = der Versuche wurden ein Video
rate-likely = wahrscheinlich { $low }–{ $high }
layer-early = { $count } früh (0–24 %)
layer-half-way = { $count } auf halbem Weg (25–87 %)
layer-late = { $count } am Ende (88–100 %)
