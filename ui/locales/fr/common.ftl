# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = OK
cancel = Annuler
open = Ouvrir
resume = Reprendre
delete = Supprimer
export = Exporter
copy = Copier
copied = Copié
copy-failed = Impossible de copier. Sélectionnez le texte et appuyez sur Ctrl+C.
loading = Chargement…
no-answer = Retake n’a pas répondu ({ $reason }). Réessayez ou redémarrez Retake.
storage-problem = Impossible d’enregistrer sur le disque : { $problem }. Vous pouvez consulter le contenu, mais aucune session ne peut démarrer.
image-without-prompt = Image sans prompt
video-without-prompt = Vidéo sans prompt
image-unknown = Image inconnue
image-unknown-hint = Rien n’indique de quelle image vient cette vidéo ; elle ne compte donc nulle part
from-text = À partir d’un texte
videos-count = { $count ->
    [one] { $count } vidéo
   *[other] { $count } vidéos
}
retries-count = { $count ->
    [one] { $count } nouvel essai
   *[other] { $count } nouveaux essais
}
attempts-count = { $count ->
    [one] { $count } tentative
   *[other] { $count } tentatives
}
sessions-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
credits-count = { $count ->
    [one] { $count } crédit
   *[other] { $count } crédits
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } vidéo
   *[other] { $made }/{ $goal } vidéos
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } nouvel essai
   *[other] { $used }/{ $most } nouveaux essais
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, { $retries } au plus
back = Retour
search = Rechercher
