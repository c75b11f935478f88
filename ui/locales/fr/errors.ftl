# Why something that was asked for was not done.

engine-stopped = Retake ne fonctionne plus. Redémarrez-le.
engine-not-stored = Impossible d’enregistrer ceci : { $reason }. Rien n’a été fait. Consultez le journal dans le dossier de données et redémarrez Retake.
maintenance-failed = Échec, votre historique est inchangé : { $reason }.
page-busy = La page n’a pas répondu. Elle est peut-être occupée ; réessayez.
history-unreadable = Impossible de lire votre historique : { $reason }.
pick-nothing = Rien n’a été choisi. Appuyez sur « Choisir sur la page » pour réessayer.
video-none = Cette tentative n’a pas de vidéo terminée à enregistrer.
video-not-saved-why = La vidéo ne sera pas enregistrée : { $reason }.
refusal-no-image = Ouvrez d’abord une de vos images.
refusal-auto-retry-off = Activez les nouveaux essais automatiques pour démarrer.
refusal-already-active = Cette image a une session en cours. Arrêtez-la avant d’en démarrer une autre.
refusal-not-active = Cette image n’a pas de session en cours.
refusal-other-image = La page montre maintenant une autre image. Rouvrez celle-ci, puis démarrez.
refusal-goal-reached = L’objectif est atteint : la dernière vidéo est arrivée après la fin de la session.
refusal-nothing-to-resume = Cette image n’a pas de session à reprendre. Démarrez-en une nouvelle.
refusal-not-queued = Cette image n’est plus dans la file.
refusal-queue-full = { $most ->
    [one] La file est pleine ({ $most } image). Retirez-en d’abord.
   *[other] La file est pleine ({ $most } images). Retirez-en d’abord.
}
