//! What has to be looked up in the database before an event can be handled.

use std::collections::BTreeSet;

use retake_grok::record::AssetKind;
use retake_grok::stream::SeenFrame;
use retake_grok::{Lineage, Records, StoreReading, StreamEvent, VideoRequest};
use retake_protocol::command::SetPreferences;
use retake_protocol::queue::QueueChange;
use retake_protocol::{AttemptId, MediaId, PostId};

use super::State;
use crate::event::{Event, Lookup, OwnedId};

impl State {
    /// What must be looked up before `event` can be handled, each once; empty: nothing more.
    pub(crate) fn lookups(&self, event: &Event) -> BTreeSet<Lookup> {
        let pressed = self.pressed_images.iter();
        let mut lookups: BTreeSet<Lookup> =
            pressed.filter_map(|media_id| self.lookup_of_image(media_id)).collect();
        match event {
            Event::RouteChanged { post_id: Some(post_id), .. } => {
                lookups.extend(self.lookup_of_shown(post_id));
            }
            Event::MainPictureSeen { post_id } => {
                lookups.extend(self.lookup_of_picture(post_id));
            }
            Event::RequestSeen { request, .. } => lookups.extend(self.lookups_of_request(request)),
            Event::StreamSaid { said: StreamEvent::Frame(frame), .. } => {
                lookups.extend(self.lookups_of_frame(frame));
            }
            Event::RecordsRead(records) => lookups.extend(self.lookups_of_records(records)),
            Event::ChangeQueue(QueueChange::Add { media_id: Some(media_id), .. })
            | Event::SetPreferences(SetPreferences { media_id: Some(media_id), .. }) => {
                lookups.extend(self.lookup_of_image(media_id));
            }
            Event::SnapshotRead(reading) => self.lookups_of_snapshot(reading, &mut lookups),
            _ => {}
        }
        lookups
    }

    fn lookups_of_snapshot(&self, reading: &StoreReading, lookups: &mut BTreeSet<Lookup>) {
        for container in &reading.containers {
            match self.image_of_container(container) {
                Some(image) => lookups.extend(self.lookup_of_image(image)),
                None => lookups.extend(self.lookup_of_id(&container.key)),
            }
            for seen in &container.attempts {
                let before = lookups.len();
                let aliases = seen.aliases.iter().map(AttemptId::as_post);
                lookups.extend(aliases.filter_map(|id| self.lookup_of_id(&id)));
                let origins = seen.made_from.iter().filter(|origin| !reading.is_image(origin));
                lookups.extend(origins.filter_map(|id| self.lookup_of_id(id)));
                if lookups.len() == before
                    && let Some(home) = self.home_in(seen, container, reading)
                {
                    lookups.extend(self.lookup_of_image(&home));
                }
            }
        }
        for image in &reading.images {
            lookups.extend(self.lookup_of_image(&image.media_id));
        }
        if let Some(post_id) = self.page.post_id() {
            lookups.extend(self.lookup_of_post(post_id, Some(reading)));
        }
    }

    /// What must be known before a request, a frame or records are taken.
    fn lookups_of_request(&self, request: &VideoRequest) -> BTreeSet<Lookup> {
        let mut lookups = BTreeSet::new();
        if let Some(input) = request.inputs.first() {
            lookups.extend(self.lookup_of_picture(input));
        }
        lookups
    }

    fn lookups_of_frame(&self, frame: &SeenFrame) -> BTreeSet<Lookup> {
        let ids = frame.ids.iter().map(AttemptId::as_post);
        let mut lookups: BTreeSet<Lookup> = ids.filter_map(|id| self.lookup_of_id(&id)).collect();
        if let Some(image) = &frame.image {
            let reading = self.page.reading().map(|reading| &**reading);
            lookups.extend(self.lookup_of_post(image, reading));
        }
        lookups
    }

    fn lookups_of_records(&self, records: &Records) -> BTreeSet<Lookup> {
        let mut lookups = BTreeSet::new();
        for asset in records.assets.iter().filter(|asset| asset.kind == AssetKind::Video) {
            lookups.extend(asset.aliases.iter().filter_map(|id| self.lookup_of_id(id)));
            if let Lineage::Image(image) = records.lineage(&asset.id) {
                lookups.extend(self.lookup_of_picture(&image.as_post()));
            }
        }
        lookups
    }

    /// Who an id belongs to, and then the image itself under it.
    pub(crate) fn lookup_of_picture(&self, id: &PostId) -> Option<Lookup> {
        let reading = self.page.reading().map(|reading| &**reading);
        let itself = || self.image(&id.as_image()).is_none().then(|| Lookup::Image(id.as_image()));
        self.lookup_of_post(id, reading).or_else(|| match self.image_of_post(id) {
            Some(_) => None,
            None => itself(),
        })
    }

    fn lookup_of_image(&self, media_id: &MediaId) -> Option<Lookup> {
        (!self.images.contains_key(media_id)).then(|| Lookup::Image(media_id.clone()))
    }

    /// What is lacking to know whose id this is: who it belongs to, and then that image.
    fn lookup_of_id(&self, id: &PostId) -> Option<Lookup> {
        if self.cx.owner(&id.as_attempt()).is_some() || self.images.contains_key(&id.as_image()) {
            return None;
        }
        match self.stored_owners.get(id) {
            None => Some(Lookup::Owner(id.clone())),
            Some(Some(owner)) if owner.of != OwnedId::Post => self.lookup_of_image(&owner.media_id),
            Some(_) => None,
        }
    }
}
