# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = OK
cancel = Annuleren
open = Openen
resume = Hervatten
delete = Verwijderen
export = Exporteren
copy = Kopiëren
copied = Gekopieerd
copy-failed = Kopiëren mislukt. Selecteer de tekst en druk op Ctrl+C.
loading = Laden…
no-answer = Retake antwoordde niet ({ $reason }). Probeer het opnieuw of herstart Retake.
storage-problem = Opslaan op schijf lukt niet: { $problem }. Je kunt bekijken wat er is, maar geen sessies starten.
image-without-prompt = Afbeelding zonder prompt
video-without-prompt = Video zonder prompt
image-unknown = Afbeelding onbekend
image-unknown-hint = Niets zegt van welke afbeelding deze video is, dus hij telt nergens mee
from-text = Van tekst
videos-count = { $count ->
    [one] { $count } video
   *[other] { $count } video’s
}
retries-count = { $count ->
    [one] { $count } herhaling
   *[other] { $count } herhalingen
}
attempts-count = { $count ->
    [one] { $count } poging
   *[other] { $count } pogingen
}
sessions-count = { $count ->
    [one] { $count } sessie
   *[other] { $count } sessies
}
credits-count = { $count ->
    [one] { $count } credit
   *[other] { $count } credits
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } video
   *[other] { $made }/{ $goal } video’s
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } herhaling
   *[other] { $used }/{ $most } herhalingen
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, hoogstens { $retries }
back = Terug
search = Zoeken
