# What many parts of the sidebar say.

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
limits = { $videos }, { $retries } au plus
