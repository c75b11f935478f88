# What was done, as a notice says it.

pick-unchanged = Rien n’a changé.
pick-done = C’est fait. Vous pouvez annuler cela dans les Réglages.
recording-started = Enregistrement dans { $file }.
recording-holds = Il contient vos prompts et les données de la page de Grok.
recording-stopped = L’enregistrement est dans { $file }.
recording-caution = Il contient vos prompts et les données de la page de Grok. Relisez-le avant de le partager.
signed-out = Vous êtes déconnecté et les données de la page sont effacées. Votre historique Retake reste.
prompts-exported = Prompts enregistrés exportés dans { $file }.
exported-to = Exporté dans { $file }.
backed-up-to = Sauvegardé dans { $file }.
imported = Importé, absent jusqu’ici : { $images }, { $sessions } et { $attempts }.
images-count = { $count ->
    [one] { $count } image
   *[other] { $count } images
}
forgotten = { $count ->
    [one] Historique de { $count } image supprimé.
   *[other] Historique de { $count } images supprimé.
}
files-stay = Les sauvegardes, les exports et les vidéos enregistrées ont été conservés.
restored = Sauvegarde restaurée.
restore-kept = Votre historique précédent est sauvegardé dans { $file }.
taken-over = Importé de l’extension de navigateur. Nouveau : { $taken }. Déjà là : { $known }. En attente de leur image : { $waiting }.
taken-over-waits = Les entrées en attente sont réessayées quand la page de Grok montre d’autres images :
and-more = - et { $count } de plus
exported-images = { $images } exportées dans { $file }.
prompts-kept = { $count ->
    [one] { $count } prompt enregistré.
   *[other] { $count } prompts enregistrés.
}
frame-saved = Enregistré sous { $file }.
check-none = Aucune vidéo enregistrée pour le moment.
check-looked-at = { $count ->
    [one] { $count } vidéo enregistrée vérifiée.
   *[other] { $count } vidéos enregistrées vérifiées.
}
check-missing = Manquantes, peuvent être enregistrées à nouveau : { $names }.
check-broken = Endommagées, peuvent être enregistrées à nouveau : { $names }.
check-doubled = La même vidéo sous plusieurs noms : { $names }.
check-fine = Toutes sont présentes, intactes et en un seul exemplaire.
names-and-more = { $names } et { $count } de plus
image-given = La page a l’image.
