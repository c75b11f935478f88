# Why something that was asked for was not done.

engine-stopped = Retake przestał działać. Uruchom go ponownie.
engine-not-stored = Nie udało się tego zapisać: { $reason }. Nic nie zrobiono. Sprawdź dziennik w folderze danych i uruchom Retake ponownie.
maintenance-failed = Nie udało się, historia pozostała bez zmian: { $reason }.
page-busy = Strona nie odpowiedziała. Może być zajęta; spróbuj ponownie.
history-unreadable = Nie można odczytać historii: { $reason }.
pick-nothing = Niczego nie wskazano. Naciśnij „Wskaż na stronie”, aby spróbować ponownie.
video-none = Ta próba nie ma ukończonego filmu do zapisania.
video-not-saved-why = Film nie zostanie zapisany: { $reason }.
refusal-no-image = Najpierw otwórz jeden ze swoich obrazów.
refusal-auto-retry-off = Włącz automatyczne ponawianie, aby zacząć.
refusal-already-active = Dla tego obrazu trwa sesja. Zatrzymaj ją, zanim zaczniesz inną.
refusal-not-active = Dla tego obrazu nie trwa żadna sesja.
refusal-other-image = Strona pokazuje teraz inny obraz. Otwórz ten ponownie i zacznij.
refusal-goal-reached = Cel osiągnięty: ostatni film przyszedł po zakończeniu sesji.
refusal-nothing-to-resume = Ten obraz nie ma sesji do wznowienia. Zacznij nową.
refusal-not-queued = Tego obrazu nie ma już w kolejce.
refusal-queue-full = { $most ->
    [one] Kolejka jest pełna ({ $most } obraz). Najpierw coś usuń.
    [few] Kolejka jest pełna ({ $most } obrazy). Najpierw coś usuń.
    [many] Kolejka jest pełna ({ $most } obrazów). Najpierw coś usuń.
   *[other] Kolejka jest pełna ({ $most } obrazu). Najpierw coś usuń.
}
queue-row-no-image = nie podano obrazu
queue-row-unknown = Retake nie zna obrazu „{ $image }”; otwórz go raz
queue-row-twice = ten obraz jest już w wierszu { $line }
queue-row-queued = już jest w kolejce
queue-row-range = { $column } musi być liczbą całkowitą od { $from } do { $to }
refusal-text-video = Ten film powstał tylko z tekstu, więc Retake nie może zrobić kolejnych. Najpierw otwórz obraz.
refusal-several-sources = Ten film powstał z kilku obrazów. Najpierw otwórz właściwy.
refusal-prompt-needed = Najpierw wpisz prompt: strona go wymaga.
filter-needs-name = Najpierw nazwij filtr.
filter-name-too-long = { $most ->
    [one] Nazwa filtra może mieć najwyżej { $most } znak. Skróć ją.
    [few] Nazwa filtra może mieć najwyżej { $most } znaki. Skróć ją.
    [many] Nazwa filtra może mieć najwyżej { $most } znaków. Skróć ją.
   *[other] Nazwa filtra może mieć najwyżej { $most } znaku. Skróć ją.
}
not-kept = Nie udało się zapisać: { $reason }. Spróbuj ponownie.
image-none-on-clipboard = W schowku nie ma obrazu. Najpierw skopiuj jakiś.
image-too-large = Obraz ma ponad 25 MB. Zapisz go jako plik i wybierz go na stronie.
image-not-taken = Strona nie przyjmuje tu obrazów. Przejdź do strony głównej i spróbuj ponownie.
