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
