# What was done, as a notice says it.

pick-unchanged = Nothing changed.
pick-done = Got it. You can undo this in Settings.
recording-started = Recording to { $file }.
recording-holds = It contains your prompts and Grok's page data.
recording-stopped = The recording is in { $file }.
recording-caution = It contains your prompts and Grok's page data. Look through it before you share it.
signed-out = You are signed out, and the page's data is gone. Your Retake history stays.
prompts-exported = Saved prompts exported to { $file }.
exported-to = Exported to { $file }.
backed-up-to = Backed up to { $file }.
imported = Imported: { $images }, { $sessions } and { $attempts } that weren't here yet.
images-count = { $count ->
    [one] { $count } image
   *[other] { $count } images
}
forgotten = { $count ->
    [one] History of { $count } image deleted.
   *[other] History of { $count } images deleted.
}
files-stay = Backups, exports and saved videos were kept.
restored = Backup restored.
restore-kept = Your previous history is backed up in { $file }.
taken-over = Imported from the browser extension. New: { $taken }. Already here: { $known }. Waiting for their image: { $waiting }.
taken-over-waits = Waiting entries are tried again when Grok's page shows more images:
and-more = - and { $count } more
exported-images = Exported { $images } to { $file }.
prompts-kept = { $count ->
    [one] { $count } prompt saved.
   *[other] { $count } prompts saved.
}
frame-saved = Saved as { $file }.
check-none = No video is saved yet.
check-looked-at = { $count ->
    [one] Looked at { $count } saved video.
   *[other] Looked at { $count } saved videos.
}
check-missing = Missing, and can be saved again: { $names }.
check-broken = Damaged, and can be saved again: { $names }.
check-doubled = The same video under several names: { $names }.
check-fine = All of them are there, whole, and there once.
names-and-more = { $names } and { $count } more
image-given = The page has the image.
