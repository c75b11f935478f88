# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Needs you – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – sign in – Retake
title-sign-in-empty = An empty page – sign in – Retake
title-sign-in-own = Grok's own page – sign in – Retake

notification-needs-user = Retake needs you
notification-success = Goal reached
notification-max-retries = Out of retries
notification-timed-out = Session timed out
notification-rate-limited = Session ended: Grok's rate limit
notification-stale = Session ended: Grok dropped its image
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Open Retake for the details.

page-unloadable = { $host } can't be loaded
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = { $host } can't be loaded: { $reason }
page-silent = { $host } doesn't answer
page-process-ended = The page's process ended unexpectedly.
page-unloadable-advice = Check your connection, then try again. Your history in the sidebar still works.
page-try-again = Try again
page-sign-in = Sign in to continue
page-sign-in-advice = Closed the window? Open it again. Your history in the sidebar works without signing in.
page-sign-in-why = Grok wants you to sign in. A window has opened for it.
page-sign-in-button = Sign in

choose-folder = Choose a folder
