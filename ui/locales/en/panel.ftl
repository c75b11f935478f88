# The page bar, the session's panel, what waits and what is queued.

page-bar = Grok's page
page-back = Back
page-forward = Forward
page-reload = Reload
page-home = Home
page-tools = Find and zoom
page-find = Find on page
page-find-none = No matches
page-find-previous = Previous match
page-find-next = Next match
page-zoom-out = Zoom out
page-zoom-in = Zoom in

session = Session
session-videos = Videos
session-retries = Retries
session-credits = Credits
session-progress = Progress of this attempt

# The state of the session, in a word or two.
status-idle = Idle
status-unreachable = No page
status-needs-user = Needs you
status-running = Running
status-waiting = Waiting
status-paused = Paused
status-success = Success
status-max-retries = Max retries
status-timed-out = Timed out
status-rate-limited = Rate limited
status-cancelled = Cancelled
status-stale = Stale
status-interrupted = Interrupted

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Starting in
activity-retry = Retrying in
activity-next = Next video in
activity-clicking = Clicking Grok's button
activity-generating = Generating
activity-reloaded = Page reloaded. Waiting to hear about this attempt
activity-confirming = { $outcome }, confirming with Grok
activity-elsewhere = Open this image to continue
activity-paused = Auto-retry is off. Retake only counts your attempts.
activity-quiet = Waiting for Grok
ended-success = You have all the videos you wanted.
ended-max-retries = All retries are used up.
ended-timed-out = Grok didn't respond after the last click.
ended-rate-limited = You reached Grok's rate limit. Try again later.
ended-cancelled = Stopped by you.
ended-stale = Grok dropped this image from the page, usually after a reload. Resume to continue.
ended-interrupted = Retake was closed during this session.
attempt-pending = Pending
attempt-processing = Generating
attempt-completed = Finished
attempt-moderated = Moderated
attempt-failed = Failed
attempt-unknown = End not seen
attempt-early = early
attempt-half-way = halfway
attempt-late = at the end
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, probably
failures-early = { $count } early
failures-half-way = { $count } halfway
failures-late = { $count } at the end


hint-no-post = Open an image in Grok to get started.
hint-looking = Finding this image…
hint-no-image = Can't find an image on this page. Open one of your images or reload the page.
hint-several-images = This video was made from several images. Open the one you mean.
hint-open-image = Open image { $number }
hint-text-video = This video was made from text alone, so it has no image. Open an image to make videos from it.
hint-reload = Reload page
hint-unreachable = { $problem }. Your history still works.
hint-try-again = Try again

limit-over = Grok's limit should be over. You can resume.
limit-until = Grok makes more videos at { $time }.
limit-until-tomorrow = Grok makes more videos tomorrow at { $time }.
limit-until-date = Grok makes more videos on { $date } at { $time }.
quota-none = No videos left.
quota-none-until = No videos left until { $time }.
quota-left = { $count ->
    [one] { $count } video left.
   *[other] { $count } videos left.
}
quota-left-until = { $count ->
    [one] { $count } video left until { $time }.
   *[other] { $count } videos left until { $time }.
}

max-retries = Max retries
video-goal = Goal
auto-retry = Auto-retry
number-fewer = Fewer: { $label }
number-more = More: { $label }
number-range = Enter a whole number from { $least } to { $most }.
limits-end-title = This ends the session
limits-end-goal = A goal of { $number } is already reached. This ends the session now.
limits-end-retries = Max retries of { $number } are already used. This ends the session now.
limits-end-no = Keep running
limits-end-yes = End session

prompt = Prompt
prompt-empty = Leave empty to keep the prompt on the page
prompt-from-image = Use image prompt
prompt-no-image = Open an image first, then use the prompt.
start = Start
stop = Stop
go-on = Continue
pause = Pause
pause-hint = The current video still finishes. Nothing else starts until you continue.
enqueue = Add to queue
enqueue-hint = Runs after the images ahead of it
resume-hint = Continue with the same prompt and the remaining retries
start-needs-auto-retry = Turn on auto-retry to start.
start-needs-limits = Correct the limits to start.
start-cost = Up to { $attempts }.
estimate = About { $attempts }, { $credits }.
estimate-time = About { $attempts }, { $credits }, { $time }.
start-over = Start over
start-hint = Start a session
stop-hint = Grok still finishes the video under way, which may cost a credit
point-button = Show me the button
point-prompt-box = Show me the prompt box
remedy-reload = Reload page
remedy-open = Open image
remedy-auto-retry = Turn on auto-retry
remedy-data-folder = Open data folder
pick-prompt-box = Click the prompt box on the page. Esc cancels.
pick-button = Click the button that makes a video on the page. Esc cancels.


waiting-label = Paused sessions
waiting-title = Paused sessions
interrupted-label = Interrupted sessions
interrupted-title = { $count ->
    [one] { $count } session was interrupted when Retake closed
   *[other] { $count } sessions were interrupted when Retake closed
}
dismiss = Dismiss
close-title = Close Retake?
close-question = A session is running. Closing Retake interrupts it; you can resume it later.
close-no = Keep open
close-yes = Close Retake

queue = Queue
queue-empty = Nothing is queued. Add the image on the page with “Add to queue”, or any image from the history.
queue-emptied = The queue is empty
queue-removed = “{ $name }” is no longer queued
queue-sum = Up to { $attempts }
queue-sum-left = Up to { $attempts }, { $videos } left
queue-health = Open Health
queue-pause = Pause
queue-clear = Clear queue
queue-after-session = Next starts when this session ends
queue-opening = Opening the next image
queue-next-in = Next image in { $time }. Use the page to hold it.
queue-paused-user = Paused by you
queue-paused-rate-limited = Paused: you reached Grok's rate limit
queue-paused-stopped = Paused: you stopped a session
queue-paused-timed-out = Paused: the last session timed out
queue-paused-restarted = Paused: Retake restarted
queue-paused-not-shown = Paused: couldn't open the next image
queue-paused-refused = Paused: the next session couldn't start (see Health)
queue-up = Move up
queue-remove = Remove
queue-import = Add from CSV
queue-import-hint = A file with the columns image (id or post URL), prompt, max_retries and goal
queue-import-take = Add { $images }
queue-import-none = No row of this file can be added.
queue-import-line = Line { $line }: { $why }
queue-edit = Edit
queue-edit-starts-over = It was begun before. Once saved, it starts over.
queue-move = Move “{ $name }”, place { $place } of { $count }
queue-move-hint = Drag to move, or press the up and down arrow keys
queue-done = Done
queue-done-cleared = The done list is cleared
queue-done-clear = Clear list
queue-retry-failed = Retry failed ({ $count })
queue-retry-failed-hint = Queues again what ended without its goal
queue-twice = This image is already in the queue. Replace its prompt and limits?
queue-twice-no = Keep as it is
queue-twice-yes = Replace

log = Log

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Copy id
library = Library
tabs-label = Parts of the sidebar
tab-make = Make
make-empty = Limits and prompt show here once an image is open.
results = Results
results-failed = failed: { $failures }
result-open-hint = Show it on Grok's page
result-play = Play
result-star = Star
result-star-hint = The library shows it as “Picked”
commands = All commands
commands-ask = What do you want to do?
commands-list = Commands
commands-none = No command matches.
palette-resume = Resume the session
palette-enqueue = Add this image to the queue
palette-prompt = Edit the prompt
palette-pause = Pause the session
palette-go-on = Continue the session
palette-queue-pause = Pause the queue
palette-queue-go-on = Continue the queue
palette-copy-id = Copy the image's id
palette-back = Go back on the page
palette-forward = Go forward on the page
palette-home = Go to Grok's start page
palette-go = Go to { $place }
palette-settings = Settings: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Actual size
give-image = Give the page the image on the clipboard
grip = Width of the sidebar
codecs-cant-play = Videos can't play here.
codecs-general = This system lacks H.264 or AAC: install GStreamer's libav plugin and its “good” and “bad” plugins, or on Windows N the Media Feature Pack. Then restart Retake.
codecs-packages = { $system } lacks H.264 or AAC. Install these packages, then restart Retake:
codecs-repository = They may need { $name } too.
codecs-copy = Copy the command
machine = This machine
machine-plays = Plays H.264 and AAC
machine-graphics-own = Graphics as the system draws them
machine-graphics-with = Graphics with
