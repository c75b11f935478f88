//! A path to a post id, and a post id to its image, as far as a snapshot knows (spec B1).

use std::collections::{BTreeSet, HashMap};

use retake_protocol::{MediaId, PostId};

use crate::favorites::Favorite;
use crate::{SeenAttempt, StoreReading};

/// What the path of a post page begins with.
pub const POST_PATH: &str = "/imagine/post/";

/// How many videos are followed from one to the one that it was made of.
const LONGEST_LINEAGE: usize = 8;

/// The post id in a page's path, as `/imagine/post/<id>`, whatever follows. `None`: the page shows no
/// post.
pub fn post_id_of_path(path: &str) -> Option<PostId> {
    let rest = path.strip_prefix(POST_PATH)?;
    let id = rest.split(['/', '?', '#']).next()?;
    PostId::new(id)
}

impl StoreReading {
    /// The image that `post_id` belongs to, as far as this snapshot knows. First match wins: an
    /// attempt that goes by it; a favourite that is a video, by what it was made from; a key of
    /// `videoByMediaId`; an image; what an attempt was made from; an image that lists it.
    pub fn image_of(&self, post_id: &PostId) -> Option<MediaId> {
        self.image_of_video(post_id, LONGEST_LINEAGE).or_else(|| {
            if self.is_video(post_id) {
                return None;
            }
            (self.image_of_container(post_id))
                .or_else(|| self.image_itself(post_id))
                .or_else(|| self.image_made_from(post_id))
                .or_else(|| self.favorites.image_that_lists(post_id.as_str()))
        })
    }

    /// Whether a favourite or an attempt says that this id is a video's.
    pub fn is_video(&self, id: &PostId) -> bool {
        self.index.attempts.contains_key(&id.as_attempt())
            || matches!(self.favorites.get(id.as_str()), Some(Favorite::Video { .. }))
    }

    /// Whether this id is an image's: an entry of `imageByMediaId`, a favourite that is an image, or a
    /// key of `videoByMediaId` that is nothing else. A conversation's never is, though it may stand
    /// among the favourites (spec B1).
    pub fn is_image(&self, id: &PostId) -> bool {
        let is_own_key = || self.image_of_container(id) == Some(id.as_image());
        self.image_itself(id).is_some() || is_own_key()
    }

    /// The ids of conversations that entries name; none is ever an image (spec B1).
    pub fn conversations(&self) -> impl Iterator<Item = &PostId> {
        self.index.conversations.iter()
    }

    /// The attempt that goes by `id`, and the container that it stands in.
    pub fn attempt_of(&self, id: &PostId) -> Option<(&crate::SeenContainer, &SeenAttempt)> {
        let (at, number) = *self.index.attempts.get(&id.as_attempt())?;
        let container = self.containers.get(at)?;
        Some((container, container.attempts.get(number)?))
    }

    /// The image of an attempt (spec A8): what it was made from, where that is an image or leads to
    /// one, else the image that its container is of.
    fn image_of_video(&self, id: &PostId, depth: usize) -> Option<MediaId> {
        if depth == 0 {
            return None;
        }
        let follow = |made_from: &[PostId]| {
            made_from.iter().find_map(|origin| {
                if self.is_image(origin) {
                    return Some(origin.as_image());
                }
                self.image_of_video(origin, depth - 1)
            })
        };
        if let Some((container, attempt)) = self.attempt_of(id) {
            let by_key = || container.image.clone();
            let by_video = || self.image_of_video(&container.key, depth - 1);
            return follow(&attempt.made_from).or_else(by_key).or_else(by_video);
        }
        match self.favorites.get(id.as_str())? {
            Favorite::Video { made_from } => follow(&made_from),
            Favorite::Image(_) => None,
        }
    }

    fn image_of_container(&self, key: &PostId) -> Option<MediaId> {
        let at = self.index.containers.get(key)?;
        self.containers.get(*at)?.image.clone()
    }

    fn image_itself(&self, id: &PostId) -> Option<MediaId> {
        let itself = id.as_image();
        let is_image = !self.index.conversations.contains(id)
            && (self.index.images.contains(&itself) || self.favorites.image(id.as_str()).is_some());
        is_image.then_some(itself)
    }

    fn image_made_from(&self, id: &PostId) -> Option<MediaId> {
        let at = self.index.made_from.get(id)?;
        self.containers.get(*at)?.image.clone()
    }

    /// The images of those of `posts` that this snapshot knows: one pass, however many they are.
    pub fn images_of<'a>(
        &self,
        posts: impl IntoIterator<Item = &'a PostId>,
    ) -> Vec<(&'a PostId, MediaId)> {
        let wanted: HashMap<&str, &PostId> =
            posts.into_iter().map(|post_id| (post_id.as_str(), post_id)).collect();
        let favorites = self.favorites.ids().filter_map(|id| wanted.get(id).copied());
        let indexed = wanted.values().copied().filter(|id| {
            self.index.attempts.contains_key(&id.as_attempt())
                || self.index.containers.contains_key(id)
                || self.index.made_from.contains_key(id)
                || self.index.images.contains(&id.as_image())
        });
        let found: BTreeSet<&PostId> = favorites.chain(indexed).collect();
        let image_of = |post_id| Some((post_id, self.image_of(post_id)?));
        found.into_iter().filter_map(image_of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b1_the_post_id_is_the_one_in_the_path() {
        for (path, expected) in [
            ("/imagine/post/467b8c23", Some("467b8c23")),
            ("/imagine/post/467b8c23/", Some("467b8c23")),
            ("/imagine/post/467b8c23?source=agent", Some("467b8c23")),
            ("/imagine/post/467b8c23#x", Some("467b8c23")),
            ("/imagine/post/", None),
            ("/imagine", None),
            ("/imagine/saved", None),
            ("/chat/imagine/post/467b8c23", None),
        ] {
            let post_id = post_id_of_path(path);
            assert_eq!(post_id.as_ref().map(PostId::as_str), expected, "{path}");
        }
    }
}
