//! Grok's own entries beside what is known here (spec D4): each of them must be known with the same
//! fate. What comes later in an attempt's life was taken over by `counting` already, so what still
//! differs is a page that took something back, or a mistake of Retake's; either is to be seen.

use retake_grok::SeenVideos;

use crate::log::short;
use crate::machine::Machine;

impl Machine {
    /// Compares the entries of one image with its attempts, after they were counted. A difference is
    /// logged once in a run and shows in diagnostics. Fewer entries than attempts are normal (spec A7).
    /// With equal fates Grok's videos can't outnumber ours.
    pub(crate) fn compare(&mut self, videos: &SeenVideos) {
        let media_id = &videos.media_id;
        for seen in &videos.attempts {
            if self.is_forgotten(media_id, seen) {
                continue;
            }
            let image = self.image_mut(media_id);
            let Some(index) = image.find_attempt(&seen.aliases) else { continue };
            let record = &image.attempts[index].record;
            let (known, attempt_id) = (record.outcome, record.attempt_id.clone());
            if known == seen.outcome || !image.disagreed.insert(attempt_id.clone()) {
                continue;
            }
            let (id, here, there) = (short(&attempt_id), known.as_str(), seen.outcome.as_str());
            let line = format!(
                "Grok says now that attempt {id} is {there}; it was {here}, and stays so here"
            );
            self.log(media_id, Some(&attempt_id), line);
            self.note(
                "counts_differ",
                format!("Grok's fate of an attempt is {there}, and here it is {here}"),
            );
        }
    }
}
