//! What the sidebar shows of the machine's state. Reads only.

use retake_grok::Until;
use retake_grok::quota::ProductQuota;
use retake_protocol::Millis;
use retake_protocol::view::{
    Activity, GenerationView, LimitEnd, LimitView, PanelView, QuotaView, SessionView,
};

use super::State;
use super::limit::Limit;
use crate::image::{ImageMachine, newest_of};
use crate::record::VideoQuota;

impl State {
    /// Everything that the session panel shows at `now`.
    pub(crate) fn panel(&self, now: Millis) -> PanelView {
        let image = self.image_on_panel(now);
        PanelView {
            now,
            page: self.page_view(now),
            image: image.map(|image| image.view(self.cx())),
            session: image.and_then(|image| image.session_view(self.cx())),
            elsewhere: self.background_sessions(now),
            interrupted: self.interrupted_views(),
            generations: self.generations(image),
            limit: self.limit.map(Limit::view),
            quota: self.quota.filter(|quota| quota.holds_at(now)).map(quota_view),
            queue: self.queue_view(),
            diagnostics: self.cx().diagnostics().to_vec(),
        }
    }

    /// The last generations of the image on show, and those that nothing ties to an image (spec H11).
    fn generations(&self, image: Option<&ImageMachine>) -> Vec<GenerationView> {
        let of_image = image.map(|image| image.generations(self.cx())).unwrap_or_default();
        let of_none = self.images().flat_map(ImageMachine::generations_without_image);
        newest_of(of_image.into_iter().chain(of_none).collect())
    }

    /// Sessions that the app's last end cut off, while they can be resumed (spec L4).
    fn interrupted_views(&self) -> Vec<SessionView> {
        let still = self.interrupted.iter().rev().filter(|record| {
            self.image(&record.media_id)
                .is_none_or(|image| image.can_resume_from(record.session_id))
        });
        still.map(|record| record.view(None, Activity::Ended, Vec::new())).collect()
    }

    /// Sessions of images that the panel does not show (spec C16).
    fn background_sessions(&self, now: Millis) -> Vec<SessionView> {
        let shown = self.image_on_panel(now).map(ImageMachine::media_id);
        let hidden = self.images().filter(|image| Some(image.media_id()) != shown);
        hidden.filter_map(|image| image.active_view(self.cx())).collect()
    }
}

impl Limit {
    fn view(self) -> LimitView {
        let ends = self.until.map(|until| match until {
            Until::AtTime { hour, minute } => LimitEnd::AtTime { hour, minute },
            Until::In { seconds } => {
                LimitEnd::At { at: self.since + Millis::from(seconds) * 1_000 }
            }
            Until::Moment { ms } => LimitEnd::At { at: ms },
        });
        LimitView { since: self.since, ends }
    }
}

fn quota_view(quota: VideoQuota) -> QuotaView {
    let ProductQuota { is_available, remaining, next_available_at, .. } = quota.left;
    QuotaView { remaining, is_available, next_available_at }
}
