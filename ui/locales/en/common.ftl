# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = OK
cancel = Cancel
open = Open
resume = Resume
delete = Delete
export = Export
copy = Copy
copied = Copied
copy-failed = Couldn't copy. Select the text and press Ctrl+C.
loading = Loading…
no-answer = Retake didn't answer ({ $reason }). Try again or restart Retake.
storage-problem = Can't save to disk: { $problem }. You can look at what's here, but sessions can't start.
image-without-prompt = Image without a prompt
video-without-prompt = Video without a prompt
image-unknown = Image unknown
image-unknown-hint = Nothing tells which image this video is of, so it counts nowhere
from-text = From text
videos-count = { $count ->
    [one] { $count } video
   *[other] { $count } videos
}
retries-count = { $count ->
    [one] { $count } retry
   *[other] { $count } retries
}
attempts-count = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
sessions-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
credits-count = { $count ->
    [one] { $count } credit
   *[other] { $count } credits
}
videos-of-goal = { $made }/{ $goal ->
    [one] { $goal } video
   *[other] { $goal } videos
}
retries-of-limit = { $used }/{ $most ->
    [one] { $most } retry
   *[other] { $most } retries
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, up to { $retries }
back = Back
search = Search
