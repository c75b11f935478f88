# The page bar, the session's panel, what waits and what is queued.

page-bar = Page de Grok
page-back = Précédent
page-forward = Suivant
page-reload = Actualiser
page-home = Accueil
page-tools = Recherche et zoom
page-find = Rechercher dans la page
page-find-none = Aucun résultat
page-find-previous = Résultat précédent
page-find-next = Résultat suivant
page-zoom-out = Zoom arrière
page-zoom-in = Zoom avant

session = Session
session-videos = Vidéos
session-retries = Nouveaux essais
session-credits = Crédits
session-progress = Progression de cette tentative

# The state of the session, in a word or two.
status-idle = Prêt
status-unreachable = Aucune page
status-needs-user = Action requise
status-running = En cours
status-waiting = En attente
status-paused = En pause
status-success = Objectif atteint
status-max-retries = Plus de nouveaux essais
status-timed-out = Délai dépassé
status-rate-limited = Limite atteinte
status-cancelled = Arrêtée
status-stale = Perdue par Grok
status-interrupted = Interrompue

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Démarrage dans
activity-retry = Nouvel essai dans
activity-next = Prochaine vidéo dans
activity-clicking = Clic sur le bouton de Grok
activity-generating = Génération
activity-reloaded = Page actualisée. En attente de nouvelles de cette tentative
activity-confirming = { $outcome }, confirmation auprès de Grok
activity-elsewhere = Ouvrez cette image pour continuer
activity-paused = Les nouveaux essais automatiques sont désactivés. Retake compte seulement vos tentatives.
activity-quiet = En attente de Grok
ended-success = Vous avez toutes les vidéos voulues.
ended-max-retries = Tous les nouveaux essais sont utilisés.
ended-timed-out = Grok n’a pas répondu après le dernier clic.
ended-rate-limited = Vous avez atteint la limite de Grok. Réessayez plus tard.
ended-cancelled = Arrêtée par vous.
ended-stale = Grok a retiré cette image de la page, en général après une actualisation. Reprenez pour continuer.
ended-interrupted = Retake a été fermé pendant cette session.
attempt-pending = En attente
attempt-processing = Génération
attempt-completed = Terminée
attempt-moderated = Modérée
attempt-failed = Échec
attempt-unknown = Fin non vue
attempt-early = au début
attempt-half-way = à mi-chemin
attempt-late = à la fin
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, probablement
failures-early = { $count } au début
failures-half-way = { $count } à mi-chemin
failures-late = { $count } à la fin

hint-no-post = Ouvrez une image dans Grok pour commencer.
hint-looking = Recherche de l’image…
hint-no-image = Aucune image trouvée sur cette page. Ouvrez une de vos images ou actualisez la page.
hint-several-images = Cette vidéo a été créée à partir de plusieurs images. Ouvrez celle que vous voulez.
hint-open-image = Ouvrir l’image { $number }
hint-text-video = Cette vidéo a été créée à partir d’un texte seul, elle n’a donc pas d’image. Ouvrez une image pour en faire des vidéos.
hint-reload = Actualiser la page
hint-unreachable = { $problem }. Votre historique reste utilisable.
hint-try-again = Réessayer

limit-over = La limite de Grok devrait être levée. Vous pouvez reprendre.
limit-until = Grok créera d’autres vidéos à { $time }.
limit-until-tomorrow = Grok créera d’autres vidéos demain à { $time }.
limit-until-date = Grok créera d’autres vidéos le { $date } à { $time }.
quota-none = Plus aucune vidéo disponible.
quota-none-until = Plus aucune vidéo disponible avant { $time }.
quota-left = { $count ->
    [one] { $count } vidéo restante.
   *[other] { $count } vidéos restantes.
}
quota-left-until = { $count ->
    [one] { $count } vidéo restante jusqu’à { $time }.
   *[other] { $count } vidéos restantes jusqu’à { $time }.
}

max-retries = Nouveaux essais max.
video-goal = Objectif
auto-retry = Nouveaux essais automatiques
number-fewer = Moins : { $label }
number-more = Plus : { $label }
number-range = Saisissez un nombre entier de { $least } à { $most }.
limits-end-title = Cela met fin à la session
limits-end-goal = L’objectif de { $number } est déjà atteint. Cela met fin à la session maintenant.
limits-end-retries = Le maximum de { $number } nouveaux essais est déjà utilisé. Cela met fin à la session maintenant.
limits-end-no = Continuer la session
limits-end-yes = Terminer la session

prompt = Prompt
prompt-empty = Laissez vide pour garder le prompt de la page
prompt-from-image = Utiliser le prompt de l’image
prompt-no-image = Ouvrez d’abord une image, puis utilisez le prompt.
start = Démarrer
stop = Arrêter
go-on = Continuer
pause = Mettre en pause
pause-hint = La vidéo en cours se termine. Rien d’autre ne démarre tant que vous n’avez pas continué.
enqueue = Ajouter à la file
enqueue-hint = S’exécute après les images qui précèdent
resume-hint = Continuer avec le même prompt et les nouveaux essais restants
start-needs-auto-retry = Activez les nouveaux essais automatiques pour démarrer.
start-needs-limits = Corrigez les limites pour démarrer.
start-cost = Au plus { $attempts }.
estimate = Environ { $attempts }, { $credits }.
estimate-time = Environ { $attempts }, { $credits }, { $time }.
start-over = Recommencer
start-hint = Démarrer une session
stop-hint = Grok termine quand même la vidéo en cours, ce qui peut coûter un crédit
point-button = Indiquer le bouton
point-prompt-box = Indiquer le champ du prompt
remedy-reload = Actualiser la page
remedy-open = Ouvrir l’image
remedy-auto-retry = Activer les nouveaux essais automatiques
remedy-data-folder = Ouvrir le dossier des données
pick-prompt-box = Cliquez sur le champ du prompt dans la page. Échap annule.
pick-button = Cliquez dans la page sur le bouton qui crée une vidéo. Échap annule.

waiting-label = Sessions en pause
waiting-title = Sessions en pause
interrupted-label = Sessions interrompues
interrupted-title = { $count ->
    [one] { $count } session a été interrompue à la fermeture de Retake
   *[other] { $count } sessions ont été interrompues à la fermeture de Retake
}
dismiss = Ignorer
close-title = Fermer Retake ?
close-question = Une session est en cours. Fermer Retake l’interrompt ; vous pourrez la reprendre plus tard.
close-no = Garder ouvert
close-yes = Fermer Retake

queue = File d’attente
queue-empty = La file est vide. Ajoutez l’image de la page avec « Ajouter à la file », ou n’importe quelle image de l’historique.
queue-emptied = La file est vide
queue-removed = « { $name } » n’est plus dans la file
queue-sum = Au plus { $attempts }
queue-sum-left = Au plus { $attempts }, { $videos } restantes
queue-health = Ouvrir État
queue-pause = Mettre en pause
queue-clear = Vider la file
queue-after-session = La suivante démarre à la fin de cette session
queue-opening = Ouverture de l’image suivante
queue-next-in = Image suivante dans { $time }. Utilisez la page pour la retenir.
queue-paused-user = En pause, par vous
queue-paused-rate-limited = En pause : vous avez atteint la limite de Grok
queue-paused-stopped = En pause : vous avez arrêté une session
queue-paused-timed-out = En pause : la dernière session a dépassé le délai
queue-paused-restarted = En pause : Retake a redémarré
queue-paused-not-shown = En pause : impossible d’ouvrir l’image suivante
queue-paused-refused = En pause : la session suivante n’a pas pu démarrer (voir État)
queue-up = Monter
queue-remove = Retirer
queue-import = Ajouter depuis un CSV
queue-import-hint = Un fichier avec les colonnes image (identifiant ou URL du post), prompt, max_retries et goal
queue-import-take = Ajouter { $images }
queue-import-none = Aucune ligne de ce fichier ne peut être ajoutée.
queue-import-line = Ligne { $line } : { $why }
queue-edit = Modifier
queue-edit-starts-over = Elle avait déjà commencé. Une fois enregistrée, elle recommence.
queue-move = Déplacer « { $name } », place { $place } sur { $count }
queue-move-hint = Faites glisser pour déplacer, ou utilisez les flèches haut et bas
queue-done = Terminé
queue-done-cleared = La liste des images terminées est vidée
queue-done-clear = Vider la liste
queue-retry-failed = Réessayer les échecs ({ $count })
queue-retry-failed-hint = Remet dans la file ce qui s’est terminé sans atteindre son objectif
queue-twice = Cette image est déjà dans la file. Remplacer son prompt et ses limites ?
queue-twice-no = Laisser tel quel
queue-twice-yes = Remplacer

log = Journal

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Copier l’identifiant
library = Bibliothèque
tabs-label = Parties de la barre latérale
tab-make = Créer
make-empty = Les limites et le prompt s’affichent ici dès qu’une image est ouverte.
results = Résultats
results-failed = échecs : { $failures }
result-open-hint = Afficher sur la page de Grok
result-play = Lire
result-star = Étoile
result-star-hint = La bibliothèque la montre comme « Retenue »
commands = Toutes les commandes
commands-ask = Que voulez-vous faire ?
commands-list = Commandes
commands-none = Aucune commande ne correspond.
palette-resume = Reprendre la session
palette-enqueue = Ajouter cette image à la file
palette-prompt = Modifier le prompt
palette-pause = Mettre la session en pause
palette-go-on = Continuer la session
palette-queue-pause = Mettre la file en pause
palette-queue-go-on = Reprendre la file
palette-copy-id = Copier l’identifiant de l’image
palette-back = Page précédente
palette-forward = Page suivante
palette-home = Page d’accueil de Grok
palette-go = Aller à { $place }
palette-settings = Réglages : { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Taille d’origine
give-image = Donner à la page l’image du presse-papiers
grip = Largeur de la barre latérale
codecs-cant-play = Les vidéos ne sont pas lisibles ici.
codecs-general = Il manque H.264 ou AAC à ce système : installez le module libav de GStreamer et ses modules « good » et « bad », ou sous Windows N le Media Feature Pack. Puis redémarrez Retake.
codecs-packages = Il manque H.264 ou AAC à { $system }. Installez ces paquets, puis redémarrez Retake :
codecs-repository = { $name } est peut-être aussi nécessaire.
codecs-copy = Copier la commande
machine = Cet ordinateur
machine-plays = Lit H.264 et AAC
machine-graphics-own = Graphismes tels que le système les dessine
machine-graphics-with = Graphismes avec
