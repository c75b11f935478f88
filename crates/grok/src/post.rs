//! A path to a post id, and a post id to its image (spec B1).

use std::collections::{BTreeSet, HashMap};

use retake_protocol::{AttemptId, MediaId, PostId};

use crate::StoreReading;

/// What the path of a post page begins with.
pub const POST_PATH: &str = "/imagine/post/";

/// The post id in a page's path, as `/imagine/post/<id>`; a trailing slash, a query and a hash
/// are tolerated. `None`: the page shows no post.
pub fn post_id_of_path(path: &str) -> Option<PostId> {
    let rest = path.strip_prefix(POST_PATH)?;
    let id = rest.split(['/', '?', '#']).next()?;
    PostId::new(id)
}

impl StoreReading {
    /// The image that `post_id` belongs to, as far as this snapshot knows; first match wins:
    /// a key of `videoByMediaId`, an attempt's alias or `parentPostId` there, a key of
    /// `imageByMediaId`, an image of `favoritesById` or `byId`.
    pub fn image_of(&self, post_id: &PostId) -> Option<MediaId> {
        let text = post_id.as_str();
        let as_key = || self.videos.iter().find(|videos| videos.media_id.as_str() == text);
        let as_attempt = || {
            self.videos.iter().find(|videos| {
                videos.attempts.iter().any(|attempt| {
                    attempt.aliases.iter().any(|alias| alias.as_str() == text)
                        || attempt.parent_post_id.as_ref() == Some(post_id)
                })
            })
        };
        let as_image = || {
            let opened = self.images.iter().find(|image| image.media_id.as_str() == text);
            let opened = opened.map(|image| image.media_id.clone());
            opened.or_else(|| self.favorites.image(text).map(|image| image.media_id))
        };
        let owner = as_key().or_else(as_attempt).map(|videos| videos.media_id.clone());
        owner.or_else(as_image)
    }
}

impl StoreReading {
    /// The images of those of `posts` that this snapshot knows: one pass, however many they are.
    pub fn images_of<'a>(
        &self,
        posts: impl IntoIterator<Item = &'a PostId>,
    ) -> Vec<(&'a PostId, MediaId)> {
        let wanted: HashMap<&str, &PostId> =
            posts.into_iter().map(|post_id| (post_id.as_str(), post_id)).collect();
        let attempts = self.videos.iter().flat_map(|videos| &videos.attempts);
        let aliases = attempts.clone().flat_map(|attempt| &attempt.aliases);
        let named = (self.videos.iter().map(|videos| videos.media_id.as_str()))
            .chain(aliases.map(AttemptId::as_str))
            .chain(attempts.filter_map(|attempt| Some(attempt.parent_post_id.as_ref()?.as_str())))
            .chain(self.images.iter().map(|image| image.media_id.as_str()))
            .chain(self.favorites.ids());
        let found: BTreeSet<&PostId> = named.filter_map(|id| wanted.get(id).copied()).collect();
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
