# What was not as expected, in Health; the technical details stand below each.

problem-queue = Kolejka nie mogła kontynuować
problem-page-script = Część skryptu Retake na stronie zawiodła
problem-command-refused = Odrzucono żądanie
problem-store-unreadable = Nie udało się odczytać danych obrazu Grok
problem-progress = Strona pokazała niemożliwy postęp
problem-action-result = Odpowiedź strony na kliknięcie nie miała sensu
problem-ambiguous-ids = Próby mają sprzeczne identyfikatory
problem-not-confirmed = Nie potwierdzono końca próby
problem-access-refused = Grok odmówił utworzenia filmu
problem-too-much = Strona wysłała za dużo naraz
problem-counts-differ = Grok i Retake nie zgadzają się co do próby
problem-skipped-entries = Pominięto wpisy bez użytecznego identyfikatora
problem-unknown-status = Próba ma nieznany stan
problem-unusable-keys = Niektórych identyfikatorów obrazów nie da się użyć
problem-other-version = Dane obrazu Grok mają nową wersję
problem-other = Stało się coś nieoczekiwanego
