# What was not as expected, in Health; the technical details stand below each.

problem-queue = La file n’a pas pu continuer
problem-page-script = Une partie du script de Retake dans la page a échoué
problem-command-refused = Une demande a été refusée
problem-store-unreadable = Les données d’image de Grok sont illisibles
problem-progress = La page a montré une progression impossible
problem-action-result = La réponse de la page à un clic n’avait pas de sens
problem-ambiguous-ids = Des tentatives ont des identifiants contradictoires
problem-not-confirmed = La fin d’une tentative n’a pas été confirmée
problem-access-refused = Grok a refusé de créer une vidéo
problem-too-much = La page a envoyé trop à la fois
problem-counts-differ = Grok et Retake divergent sur une tentative
problem-skipped-entries = Des entrées sans identifiant utilisable ont été ignorées
problem-unknown-status = Une tentative a un statut inconnu
problem-unusable-keys = Certains identifiants d’image sont inutilisables
problem-other-version = Les données d’image de Grok ont une nouvelle version
problem-other = Un imprévu s’est produit
