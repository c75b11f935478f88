# What was done, as a notice says it.

pick-unchanged = Nic się nie zmieniło.
pick-done = Gotowe. Możesz to cofnąć w Ustawieniach.
recording-started = Nagrywanie do { $file }.
recording-holds = Zawiera Twoje prompty i dane strony Grok.
recording-stopped = Nagranie jest w { $file }.
recording-caution = Zawiera Twoje prompty i dane strony Grok. Przejrzyj je, zanim je udostępnisz.
signed-out = Wylogowano, a dane strony usunięto. Historia Retake zostaje.
prompts-exported = Zapisane prompty wyeksportowano do { $file }.
exported-to = Wyeksportowano do { $file }.
backed-up-to = Kopia zapasowa w { $file }.
imported = Zaimportowano nowe: { $images }, { $sessions }, { $attempts }.
images-count = { $count ->
    [one] { $count } obraz
    [few] { $count } obrazy
    [many] { $count } obrazów
   *[other] { $count } obrazu
}
forgotten = { $count ->
    [one] Usunięto historię { $count } obrazu.
    [few] Usunięto historię { $count } obrazów.
    [many] Usunięto historię { $count } obrazów.
   *[other] Usunięto historię { $count } obrazu.
}
files-stay = Kopie, eksporty i zapisane filmy zachowano.
restored = Przywrócono kopię.
restore-kept = Kopia poprzedniej historii jest w { $file }.
taken-over = Zaimportowano z rozszerzenia przeglądarki. Nowe: { $taken }. Już były: { $known }. Czekają na obraz: { $waiting }.
taken-over-waits = Czekające wpisy są ponawiane, gdy strona Grok pokazuje więcej obrazów:
and-more = - i jeszcze { $count }
exported-images = Wyeksportowano do { $file }: { $images }.
prompts-kept = { $count ->
    [one] Zapisano { $count } prompt.
    [few] Zapisano { $count } prompty.
    [many] Zapisano { $count } promptów.
   *[other] Zapisano { $count } promptu.
}
frame-saved = Zapisano jako { $file }.
check-none = Nie zapisano jeszcze żadnego filmu.
check-looked-at = { $count ->
    [one] Sprawdzono { $count } zapisany film.
    [few] Sprawdzono { $count } zapisane filmy.
    [many] Sprawdzono { $count } zapisanych filmów.
   *[other] Sprawdzono { $count } zapisanego filmu.
}
check-missing = Brakuje i można zapisać ponownie: { $names }.
check-broken = Uszkodzone, można zapisać ponownie: { $names }.
check-doubled = Ten sam film pod kilkoma nazwami: { $names }.
check-fine = Wszystkie są na miejscu, całe i pojedyncze.
names-and-more = { $names } i jeszcze { $count }
image-given = Strona ma obraz.
