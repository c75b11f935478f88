# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Videos
images = Images
library-kind = What is shown
library-search = Prompts, tags, notes, ids
library-no-match = No matches. Change the search or the filters.
library-no-videos = No videos yet. They show up here as soon as Grok has finished one.
library-no-images = No images yet. They show up here when you make a video from one.
size = Size
date = Date

filters = Filters
filters-clear = Show everything
filters-kept = Your filters
filter-name = Name of the filter
filter-saved = Saved
filter-resumable = Session can be resumed
filter-queued = In the queue
filter-nothing = Nothing yet
choose = Choose…
remove = Remove
yes = Yes
no = No
check-files = Check files
check-files-hint = Looks for saved videos that are missing, damaged or there twice

# What you think of an item: stars, pick or reject, tags, a note.
rating = Rating
not-rated = Not rated
stars-of-five = { $stars } of 5 stars
# The group of the two buttons below.
pick = Pick
pick-it = Pick
reject-it = Reject
picked = Picked
rejected = Rejected
pick-neither = Neither
tags = Tags
tag-add = Add a tag, then Enter
tag-remove = Remove the tag { $tag }
note = Note
key-hint = Key { $key }
key-space = Space bar

selected = Selected
selected-count = { $count } selected
done = Done
library-deleting = { $count ->
    [one] Deleting the history of { $count } image in { $time }. Saved files stay.
   *[other] Deleting the history of { $count } images in { $time }. Saved files stay.
}

close = Close
previous = Previous
next = Next
place-of = { $place } of { $count }
queued = Queued
facts = Facts
fact-date = Made on
fact-length = Length
fact-resolution = Resolution
fact-file = File
fact-image = Image
fact-image-id = Image id
fact-videos-rate = { $videos }, { $rate } success
open-on-grok = Open on Grok
show-file = Show the file
save-again = Save again
save-frame = Save the last frame
frame-not-drawn = Couldn't save the last frame, because the video doesn't play here.
only-saved-play = Only saved videos play here.
video-broken = Can't play { $file }: it is damaged or no longer where it was saved.
codec-missing = This system can't play H.264 video, which Grok's videos are. On Debian and Ubuntu install gstreamer1.0-libav and gstreamer1.0-plugins-bad, on Fedora gstreamer1-plugin-libav and gstreamer1-plugins-bad-free, and restart Retake.
compare = Compare
compare-play = Play or pause
compare-swap = Swap
compare-not-saved = Not saved, so it doesn't play
