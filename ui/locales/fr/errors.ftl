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
queue-row-no-image = aucune image n’est indiquée
queue-row-unknown = Retake ne connaît pas l’image « { $image } » ; ouvrez-la une fois
queue-row-twice = cette image figure déjà à la ligne { $line }
queue-row-queued = déjà dans la file
queue-row-range = { $column } doit être un nombre entier de { $from } à { $to }
refusal-text-video = Cette vidéo a été créée à partir d’un texte seul, Retake ne peut donc pas en faire d’autres. Ouvrez d’abord une image.
refusal-several-sources = Cette vidéo a été créée à partir de plusieurs images. Ouvrez d’abord celle que vous voulez.
refusal-prompt-needed = Saisissez d’abord un prompt : la page en a besoin.
filter-needs-name = Donnez d’abord un nom au filtre.
filter-name-too-long = { $most ->
    [one] Le nom d’un filtre compte au plus { $most } caractère. Raccourcissez-le.
   *[other] Le nom d’un filtre compte au plus { $most } caractères. Raccourcissez-le.
}
not-kept = Impossible d’enregistrer : { $reason }. Réessayez.
image-none-on-clipboard = Il n’y a pas d’image dans le presse-papiers. Copiez-en d’abord une.
image-too-large = L’image dépasse 25 Mo. Enregistrez-la dans un fichier et choisissez-le sur la page.
image-not-taken = La page n’accepte pas d’image ici. Allez à sa page d’accueil et réessayez.
