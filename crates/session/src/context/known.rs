//! What ids are: whose attempt, which image's post, an image or none (spec A8, B1).

use retake_protocol::{AttemptId, MediaId, PostId};

use super::Context;

impl Context {
    /// Whether a request or a record said that this is an image.
    pub(crate) fn is_told_image(&self, id: &PostId) -> bool {
        self.told_images.contains(id) && !self.is_no_image(id)
    }

    pub(crate) fn add_told_image(&mut self, id: PostId) {
        self.told_images.insert(id);
    }

    /// The image that an attempt in memory belongs to.
    pub(crate) fn owner(&self, alias: &AttemptId) -> Option<&MediaId> {
        self.owners.get(alias)
    }

    pub(crate) fn set_owner(&mut self, alias: AttemptId, media_id: MediaId) {
        self.owners.insert(alias, media_id);
    }

    pub(crate) fn forget_owner(&mut self, alias: &AttemptId) {
        self.owners.remove(alias);
    }

    /// Whether this id is known to be none of an image (spec B1).
    pub(crate) fn is_no_image(&self, id: &PostId) -> bool {
        self.not_images.contains(id)
    }

    pub(crate) fn add_no_image(&mut self, id: PostId) {
        self.not_images.insert(id);
    }

    /// Keeps what is known of these images alone.
    pub(crate) fn keep_owners_of(&mut self, is_kept: impl Fn(&MediaId) -> bool) {
        self.owners.retain(|_, media_id| is_kept(media_id));
        self.posts.retain(|_, media_id| is_kept(media_id));
    }

    /// The image that showed this post.
    pub(crate) fn image_of_post(&self, post_id: &PostId) -> Option<&MediaId> {
        self.posts.get(post_id)
    }

    pub(crate) fn set_image_of_post(&mut self, post_id: PostId, media_id: MediaId) {
        self.posts.insert(post_id, media_id);
    }

    pub(crate) fn name_accepted(&mut self, post_id: PostId, media_id: MediaId) {
        self.accepted_names.push((post_id, media_id));
    }

    pub(crate) fn take_accepted_names(&mut self) -> Vec<(PostId, MediaId)> {
        std::mem::take(&mut self.accepted_names)
    }
}
