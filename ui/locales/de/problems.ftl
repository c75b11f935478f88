# What was not as expected, in Health; the technical details stand below each.

problem-queue = Die Warteschlange konnte nicht weitermachen
problem-page-script = Ein Teil von Retakes Skript in der Seite ist fehlgeschlagen
problem-command-refused = Eine Anfrage wurde abgelehnt
problem-store-unreadable = Groks Bilddaten konnten nicht gelesen werden
problem-progress = Die Seite zeigte einen unmöglichen Fortschritt
problem-action-result = Die Antwort der Seite auf einen Klick ergab keinen Sinn
problem-ambiguous-ids = Versuche haben widersprüchliche IDs
problem-not-confirmed = Das Ende eines Versuchs wurde nicht bestätigt
problem-access-refused = Grok hat ein Video abgelehnt
problem-too-much = Die Seite hat zu viel auf einmal gesendet
problem-counts-differ = Grok und Retake sind sich über einen Versuch uneinig
problem-skipped-entries = Einträge ohne brauchbare ID wurden übersprungen
problem-unknown-status = Ein Versuch hat einen unbekannten Status
problem-unusable-keys = Einige Bild-IDs sind nicht brauchbar
problem-other-version = Groks Bilddaten haben eine neue Version
problem-other = Etwas Unerwartetes ist geschehen
