# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Action requise – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – connexion – Retake
title-sign-in-empty = Page vide – connexion – Retake
title-sign-in-own = Page de Grok – connexion – Retake

notification-needs-user = Retake a besoin de vous
notification-success = Objectif atteint
notification-max-retries = Plus de nouveaux essais
notification-timed-out = Session : délai dépassé
notification-rate-limited = Session terminée : limite de Grok
notification-stale = Session terminée : Grok a perdu son image
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Ouvrez Retake pour les détails.

page-unloadable = Impossible de charger { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = Impossible de charger { $host } : { $reason }
page-silent = { $host } ne répond pas
page-process-ended = Le processus de la page s’est arrêté de façon inattendue.
page-unloadable-advice = Vérifiez votre connexion, puis réessayez. Votre historique dans la barre latérale reste utilisable.
page-try-again = Réessayer
page-sign-in = Connectez-vous pour continuer
page-sign-in-advice = Fenêtre fermée ? Rouvrez-la. Votre historique dans la barre latérale fonctionne sans connexion.
page-sign-in-why = Grok vous demande de vous connecter. Une fenêtre s’est ouverte pour cela.
page-sign-in-button = Se connecter

choose-folder = Choisir un dossier
