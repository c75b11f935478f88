# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = Historique
history-empty = Aucune image. Chaque image dont vous tirez des vidéos apparaît ici.
history-step-sign-in = Connectez-vous à Grok. La connexion Google ne fonctionne pas dans les applications : utilisez l’e-mail, X ou Apple.
history-step-image = Ouvrez une image, puis choisissez combien de vidéos vous voulez et combien de nouveaux essais autoriser.
history-step-start = Appuyez sur Démarrer. Retake clique sur le bouton de Grok à votre place et s’arrête à vos limites.
history-no-match = Aucun résultat.
history-clear = Effacer les filtres
history-search-label = Rechercher dans l’historique par prompt ou identifiant
history-order = Trier par
history-order-recent = Récentes
history-order-videos = Plus de vidéos
history-order-rate = Meilleur taux
history-outcome = Résultat
history-outcome-all = Toutes les images
history-outcome-completed = Avec vidéos
history-outcome-without = Sans vidéo
history-outcome-moderated = Modérées
history-outcome-failed = Échecs
history-outcome-running = En cours
history-outcome-resumable = À reprendre
history-period = Période
history-period-any = Toute période
history-period-day = Dernières 24 heures
history-period-week = 7 derniers jours
history-period-month = 30 derniers jours

card-moderated = Modérées : { $count }
card-failed = Échecs : { $count }
card-rate = Taux de réussite
detail-created = Création
detail-limits = Limites
detail-auto-retry-on = { $limits }, nouveaux essais automatiques activés
detail-auto-retry-off = { $limits }, nouveaux essais automatiques désactivés
detail-pages = { $count ->
    [one] { $count } page Grok
   *[other] { $count } pages Grok
}
detail-open-hint = Ouvre cette image dans Grok
detail-resume-hint = Ouvre l’image et reprend sa dernière session
detail-enqueue-hint = L’ajoute à la file avec son dernier prompt et ses propres limites
detail-copy-prompt = Copier le prompt
detail-stop-first = Arrêtez sa session pour supprimer son historique.
detail-delete-question = Supprimer l’historique de cette image ? Toutes ses sessions et tentatives disparaissent.
detail-delete = Supprimer l’historique

sessions = Sessions
prompt-use = Utiliser
prompt-use-hint = Mettre ce prompt dans le champ du prompt
prompt-add = Ajouter
prompt-add-hint = L’ajouter au prompt de l’image affichée
timeline = Chronologie
by-hand = Faites à la main
clip-length = clip de { $length }
took = a pris { $span }
step-waiting = En attente de clic : { $kind }
step-unanswered = Clic sans réponse de la page : { $kind }
step-clicked = Clic : { $kind }
step-not-clicked = Pas de clic : { $reason }
step-dropped = Annulé avant l’exécution : { $kind }
step-first = première tentative
step-retry = nouvel essai
step-next = vidéo suivante
step-pause = après une pause de { $span }
step-late = { $span } de retard : la page montrait autre chose, ou un autre clic est passé avant

video-save = Enregistrer
video-save-hint = Enregistrer cette vidéo
video-saving = Enregistrement…
video-saved = Enregistrée : { $file }
video-not-saved = Non enregistrée. { $reason }
video-retry = Réessayer
video-show = Afficher
video-show-hint = Afficher le fichier dans son dossier

notice-deleting = Suppression de « { $name } »
notice-undo = Annuler
notice-delete-now = Supprimer maintenant
notice-resuming = Ouverture de « { $name } » pour reprendre sa session
notice-not-resumed = La page n’a pas affiché « { $name } » en { $span } ; rien n’a été repris. Ouvrez l’image et appuyez sur Reprendre.
download-running = Enregistrement de { $name } : { $bytes }
download-running-of = Enregistrement de { $name } : { $bytes } sur { $all }
download-saved = Enregistré dans { $path }
download-failed = { $name } n’a pas été enregistré. { $reason }

chance-none = Aucune tentative n’est encore terminée.
chance-no-video = Pas encore de vidéo. Comptez au moins { $attempts } pour en obtenir une.
chance-about = Environ { $typical } tentatives par vidéo.
chance-between = Environ { $typical } tentatives par vidéo, probablement de { $least } à { $most }.
chance-goal = Probablement nécessaire pour { $videos } : environ { $attempts }.
chance-goal-between = Probablement nécessaire pour { $videos } : de { $least } à { $most } tentatives.
rate-of-attempts = des tentatives ont donné une vidéo
rate-likely = probablement { $low }–{ $high }
layer-early = { $count } au début (0–24 %)
layer-half-way = { $count } à mi-chemin (25–87 %)
layer-late = { $count } à la fin (88–100 %)
