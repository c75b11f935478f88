# Why something that was asked for was not done.

engine-stopped = Retake stopped working. Restart it.
engine-not-stored = Couldn't save this: { $reason }. Nothing was done. Check the log in the data folder and restart Retake.
maintenance-failed = This failed, and your history is unchanged: { $reason }.
page-busy = The page didn't answer. It may be busy; try again.
history-unreadable = Can't read your history: { $reason }.
pick-nothing = Nothing was picked. Press “Pick on page” to try again.
video-none = This attempt has no finished video to save.
video-not-saved-why = The video won't be saved: { $reason }.
refusal-no-image = Open one of your images first.
refusal-auto-retry-off = Turn on auto-retry to start.
refusal-already-active = This image has a running session. Stop it before you start another.
refusal-not-active = This image has no running session.
refusal-other-image = The page shows another image now. Open this one again, then start.
refusal-goal-reached = The goal is reached: the last video came after the session ended.
refusal-nothing-to-resume = This image has no session to resume. Start a new one.
refusal-not-queued = This image is no longer in the queue.
refusal-queue-full = { $most ->
    [one] The queue is full ({ $most } image). Remove some first.
   *[other] The queue is full ({ $most } images). Remove some first.
}
queue-row-no-image = no image is named
queue-row-unknown = Retake doesn't know the image “{ $image }”; open it once
queue-row-twice = this image is already in line { $line }
queue-row-queued = already in the queue
queue-row-range = { $column } must be a whole number from { $from } to { $to }
refusal-text-video = This video was made from text alone, so Retake can't make more of it. Open an image first.
refusal-several-sources = This video was made from several images. Open the one you mean first.
refusal-prompt-needed = Enter a prompt first: the page needs one.
filter-needs-name = Give the filter a name first.
filter-name-too-long = { $most ->
    [one] A filter's name has at most { $most } character. Shorten it.
   *[other] A filter's name has at most { $most } characters. Shorten it.
}
not-kept = Couldn't save this: { $reason }. Try again.
image-none-on-clipboard = There is no image on the clipboard. Copy one first.
image-too-large = The image is larger than 25 MB. Save it as a file and choose it on the page.
image-not-taken = The page takes no image here. Go to its start page and try again.
