# What was not as expected, in Health; the technical details stand below each.

problem-queue = La coda non ha potuto continuare
problem-page-script = Una parte dello script di Retake nella pagina non ha funzionato
problem-command-refused = Una richiesta è stata rifiutata
problem-store-unreadable = Impossibile leggere i dati d’immagine di Grok
problem-progress = La pagina ha mostrato un avanzamento impossibile
problem-action-result = La risposta della pagina a un clic non aveva senso
problem-ambiguous-ids = Ci sono tentativi con id in conflitto
problem-not-confirmed = La fine di un tentativo non è stata confermata
problem-access-refused = Grok ha rifiutato di creare un video
problem-too-much = La pagina ha inviato troppo in una volta
problem-counts-differ = Grok e Retake non concordano su un tentativo
problem-skipped-entries = Voci senza id utilizzabile sono state saltate
problem-unknown-status = Un tentativo ha uno stato sconosciuto
problem-unusable-keys = Alcuni id d’immagine non sono utilizzabili
problem-other-version = I dati d’immagine di Grok hanno una nuova versione
problem-other = È successo qualcosa di imprevisto
