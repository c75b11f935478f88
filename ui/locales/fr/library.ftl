# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Vidéos
images = Images
library-kind = Ce qui est affiché
library-search = Prompts, tags, notes, identifiants
library-no-match = Aucun résultat. Modifiez la recherche ou les filtres.
library-no-videos = Aucune vidéo pour le moment. Elles apparaissent ici dès que Grok en a terminé une.
library-no-images = Aucune image pour le moment. Elles apparaissent ici quand vous en faites une vidéo.
size = Taille
date = Date

filters = Filtres
filters-clear = Tout afficher
filters-kept = Vos filtres
filter-name = Nom du filtre
filter-saved = Enregistrée
filter-resumable = Session à reprendre
filter-queued = Dans la file d’attente
filter-nothing = Rien encore
choose = Choisir…
remove = Retirer
yes = Oui
no = Non
check-files = Vérifier les fichiers
check-files-hint = Recherche les vidéos enregistrées manquantes, endommagées ou en double

# What you think of an item: stars, pick or reject, tags, a note.
rating = Note
not-rated = Sans note
stars-of-five = { $stars } étoiles sur 5
# The group of the two buttons below.
pick = Sélection
pick-it = Retenir
reject-it = Rejeter
picked = Retenue
rejected = Rejetée
pick-neither = Ni l’un ni l’autre
tags = Tags
tag-add = Ajouter un tag, puis Entrée
tag-remove = Retirer le tag { $tag }
note = Remarque
key-hint = Touche { $key }
key-space = Barre d’espace

selected = Sélection
selected-count = Sélection : { $count }
done = Terminé
library-deleting = { $count ->
    [one] L’historique de { $count } image sera supprimé dans { $time }. Les fichiers enregistrés restent.
   *[other] L’historique de { $count } images sera supprimé dans { $time }. Les fichiers enregistrés restent.
}

close = Fermer
previous = Précédente
next = Suivante
place-of = { $place } sur { $count }
queued = En file d’attente
facts = Détails
fact-date = Créée le
fact-length = Durée
fact-resolution = Résolution
fact-file = Fichier
fact-image = Image
fact-image-id = Identifiant de l’image
fact-videos-rate = { $videos }, { $rate } de réussite
open-on-grok = Ouvrir dans Grok
show-file = Afficher le fichier
save-again = Enregistrer à nouveau
save-frame = Enregistrer la dernière image
frame-not-drawn = Impossible d’enregistrer la dernière image, car la vidéo n’est pas lisible ici.
only-saved-play = Seules les vidéos enregistrées sont lisibles ici.
video-broken = Impossible de lire { $file } : le fichier est endommagé ou n’est plus à son emplacement.
codec-missing = Ce système ne peut pas lire les vidéos H.264, le format des vidéos de Grok. Sous Debian et Ubuntu, installez gstreamer1.0-libav et gstreamer1.0-plugins-bad, sous Fedora gstreamer1-plugin-libav et gstreamer1-plugins-bad-free, puis redémarrez Retake.
compare = Comparer
compare-play = Lecture ou pause
compare-swap = Échanger
compare-not-saved = Pas enregistrée, donc pas lisible
