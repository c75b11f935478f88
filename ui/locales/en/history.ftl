# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = History
history-empty = No images yet. Every image you make videos from shows up here.
history-step-sign-in = Sign in to Grok. Google sign-in doesn't work inside apps, so use email, X or Apple.
history-step-image = Open an image, then set how many videos you want and how many retries to allow.
history-step-start = Press Start. Retake clicks Grok's button for you and stops at your limits.
history-no-match = No matches.
history-clear = Clear filters
history-search-label = Search history by prompt or id
history-order = Sort by
history-order-recent = Recent
history-order-videos = Most videos
history-order-rate = Best rate
history-outcome = Outcome
history-outcome-all = All images
history-outcome-completed = With videos
history-outcome-without = No videos yet
history-outcome-moderated = Moderated
history-outcome-failed = Failed
history-outcome-running = Running
history-outcome-resumable = Can be resumed
history-period = Time
history-period-any = Any time
history-period-day = Last 24 hours
history-period-week = Last 7 days
history-period-month = Last 30 days

card-moderated = { $count } moderated
card-failed = { $count } failed
card-rate = Success rate
detail-created = Created
detail-limits = Limits
detail-auto-retry-on = { $limits }, auto-retry on
detail-auto-retry-off = { $limits }, auto-retry off
detail-pages = { $count ->
    [one] { $count } Grok page
   *[other] { $count } Grok pages
}
detail-open-hint = Opens this image in Grok
detail-resume-hint = Opens the image and resumes its last session
detail-enqueue-hint = Queues it with its last prompt and its own limits
detail-copy-prompt = Copy prompt
detail-stop-first = Stop its session to delete its history.
detail-delete-question = Delete this image's history? All its sessions and attempts go.
detail-delete = Delete history

sessions = Sessions
prompt-use = Use
prompt-use-hint = Put this prompt in the prompt box
prompt-add = Add
prompt-add-hint = Add it to the prompt of the image on the page
timeline = Timeline
by-hand = Made by hand
clip-length = { $length } clip
took = took { $span }
step-waiting = Waiting to click: { $kind }
step-unanswered = Clicked, no answer from the page: { $kind }
step-clicked = Clicked: { $kind }
step-not-clicked = Not clicked: { $reason }
step-dropped = Canceled before it ran: { $kind }
step-first = first attempt
step-retry = retry
step-next = next video
step-pause = after a pause of { $span }
step-late = { $span } late: the page showed something else, or another click came first

video-save = Save
video-save-hint = Save this video
video-saving = Saving…
video-saved = Saved: { $file }
video-not-saved = Not saved. { $reason }
video-retry = Retry
video-show = Show
video-show-hint = Show the file in its folder

notice-deleting = Deleting “{ $name }”
notice-undo = Undo
notice-delete-now = Delete now
notice-resuming = Opening “{ $name }” to resume its session
notice-not-resumed = The page didn't show “{ $name }” within { $span }, so nothing was resumed. Open the image and press Resume.
download-running = Saving { $name }: { $bytes }
download-running-of = Saving { $name }: { $bytes } of { $all }
download-saved = Saved to { $path }
download-failed = { $name } wasn't saved. { $reason }

chance-none = No attempt has finished yet.
chance-no-video = No video yet. Expect at least { $attempts } for one.
chance-about = About { $typical } attempts per video.
chance-between = About { $typical } attempts per video, likely { $least } to { $most }.
chance-goal = Likely needed for { $videos }: about { $attempts }.
chance-goal-between = Likely needed for { $videos }: { $least } to { $most } attempts.
rate-of-attempts = of attempts became a video
rate-likely = likely { $low }–{ $high }
layer-early = { $count } early (0–24%)
layer-half-way = { $count } halfway (25–87%)
layer-late = { $count } at the end (88–100%)
