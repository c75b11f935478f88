# What was not as expected, in Health; the technical details stand below each.

problem-queue = The queue couldn't continue
problem-page-script = Part of Retake's script in the page failed
problem-command-refused = A request was refused
problem-store-unreadable = Grok's image data couldn't be read
problem-progress = The page showed an impossible progress
problem-action-result = The page's answer to a click made no sense
problem-ambiguous-ids = Attempts have conflicting ids
problem-not-confirmed = The end of an attempt wasn't confirmed
problem-access-refused = Grok refused to make a video
problem-too-much = The page sent too much at once
problem-counts-differ = Grok and Retake disagree about an attempt
problem-skipped-entries = Entries without a usable id were skipped
problem-unknown-status = An attempt has an unknown status
problem-unusable-keys = Some image ids can't be used
problem-other-version = Grok's image data has a new version
problem-other = Something unexpected happened
