# Why something that was asked for was not done.

engine-stopped = Retake funktioniert nicht mehr. Starte es neu.
engine-not-stored = Das ließ sich nicht speichern: { $reason }. Nichts wurde getan. Sieh im Protokoll im Datenordner nach und starte Retake neu.
maintenance-failed = Das ist fehlgeschlagen, dein Verlauf ist unverändert: { $reason }.
page-busy = Die Seite hat nicht geantwortet. Vielleicht ist sie beschäftigt; versuche es noch einmal.
history-unreadable = Dein Verlauf kann nicht gelesen werden: { $reason }.
pick-nothing = Nichts wurde gewählt. Drücke „Auf der Seite wählen“, um es noch einmal zu versuchen.
video-none = Dieser Versuch hat kein fertiges Video zum Sichern.
video-not-saved-why = Das Video wird nicht gesichert: { $reason }.
refusal-no-image = Öffne zuerst eines deiner Bilder.
refusal-auto-retry-off = Schalte Auto-Wiederholung ein, um zu starten.
refusal-already-active = Für dieses Bild läuft eine Sitzung. Stoppe sie, bevor du eine andere startest.
refusal-not-active = Für dieses Bild läuft keine Sitzung.
refusal-other-image = Die Seite zeigt jetzt ein anderes Bild. Öffne dieses wieder, dann starte.
refusal-goal-reached = Das Ziel ist erreicht: Das letzte Video kam nach dem Ende der Sitzung.
refusal-nothing-to-resume = Für dieses Bild gibt es keine Sitzung zum Fortsetzen. Starte eine neue.
refusal-not-queued = Dieses Bild ist nicht mehr in der Warteschlange.
refusal-queue-full = { $most ->
    [one] Die Warteschlange ist voll ({ $most } Bild). Entferne zuerst welche.
   *[other] Die Warteschlange ist voll ({ $most } Bilder). Entferne zuerst welche.
}
queue-row-no-image = kein Bild genannt
queue-row-unknown = Retake kennt das Bild „{ $image }“ nicht; öffne es einmal
queue-row-twice = dieses Bild steht schon in Zeile { $line }
queue-row-queued = schon in der Warteschlange
queue-row-range = { $column } muss eine ganze Zahl von { $from } bis { $to } sein
refusal-text-video = Dieses Video entstand nur aus Text, deshalb kann Retake keine weiteren davon machen. Öffne zuerst ein Bild.
refusal-several-sources = Dieses Video entstand aus mehreren Bildern. Öffne zuerst das gewünschte.
refusal-prompt-needed = Gib zuerst einen Prompt ein: Die Seite braucht einen.
filter-needs-name = Gib dem Filter zuerst einen Namen.
filter-name-too-long = { $most ->
    [one] Der Name eines Filters hat höchstens { $most } Zeichen. Kürze ihn.
   *[other] Der Name eines Filters hat höchstens { $most } Zeichen. Kürze ihn.
}
not-kept = Das konnte nicht gespeichert werden: { $reason }. Versuche es noch einmal.
image-none-on-clipboard = In der Zwischenablage ist kein Bild. Kopiere zuerst eines.
image-too-large = Das Bild ist größer als 25 MB. Speichere es als Datei und wähle sie auf der Seite aus.
image-not-taken = Hier nimmt die Seite kein Bild an. Gehe zu ihrer Startseite und versuche es noch einmal.
