//! What is done with all selected items: they are asked for first, for some of them were never seen.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use retake_protocol::command::CommandError;
use retake_protocol::library::{ItemId, LibraryItem, MarkChange};
use retake_protocol::maintenance::ExportForm;
use retake_protocol::queue::QueueChange;
use retake_protocol::{MediaId, Prompt};
use wasm_bindgen_futures::spawn_local;

use super::{Control, OnTop};
use crate::backend;
use crate::commands::run;
use crate::components::library::selected::Work;
use crate::hooks::use_library::query_of;
use crate::library::items::{CHUNK, Items};
use crate::library::layout::Layout;

impl Control {
    /// Marks every selected item.
    pub(super) fn mark_selected(&self, change: MarkChange) {
        self.with_selected(move |control, found| {
            control.mark((ids_of(found), change));
        });
    }

    /// Does one of the things that the bar of the selection offers.
    pub(super) fn work(&self, work: Work) {
        if work == Work::Clear {
            return self.selection.set(Rc::default());
        }
        self.with_selected(move |control, found| match work {
            Work::Compare => control.on_top.set(OnTop::Side(found)),
            Work::Delete => {
                control.forgetting.set(images_of(&found));
                control.selection.set(Rc::default());
            }
            other => run(&control.dispatcher, do_with_all(other, found)),
        });
    }

    fn with_selected(&self, act: impl FnOnce(&Self, Vec<LibraryItem>) + 'static) {
        let control = self.clone();
        spawn_local(async move {
            let indexes: Vec<usize> = control.selection.indexes().collect();
            match load_all(&control.items, &control.layout, &indexes).await {
                Ok(found) => act(&control, found),
                Err(error) => control.dispatcher.dispatch(error.into()),
            }
        });
    }
}

fn ids_of(items: Vec<LibraryItem>) -> Vec<ItemId> {
    items.into_iter().map(|item| item.id).collect()
}

/// The items at these indexes; what has not come yet is asked for.
async fn load_all(
    items: &Items,
    layout: &Layout,
    indexes: &[usize],
) -> Result<Vec<LibraryItem>, CommandError> {
    let mut found = Vec::with_capacity(indexes.len());
    let mut loaded = HashMap::new();
    for index in indexes {
        let Some((day, offset)) = layout.place_of(*index) else { continue };
        if let Some(item) = items.at(day, offset) {
            found.push(item.clone());
            continue;
        }
        let Some(chunk) = items.missing(day, offset) else { continue };
        if let Entry::Vacant(place) = loaded.entry(chunk)
            && let Some(query) = query_of(items, chunk)
        {
            place.insert(backend::library_page(&query).await?);
        }
        let page = loaded.get(&chunk).into_iter().flatten();
        let offset = offset - chunk.number * CHUNK;
        found.extend(page.skip(offset).take(1).cloned());
    }
    Ok(found)
}

/// Each image once, in the order of the items.
fn images_of(items: &[LibraryItem]) -> Vec<MediaId> {
    let mut images: Vec<MediaId> = Vec::new();
    for item in items {
        if !images.contains(&item.id.media_id) {
            images.push(item.id.media_id.clone());
        }
    }
    images
}

async fn do_with_all(work: Work, items: Vec<LibraryItem>) -> Result<(), CommandError> {
    match work {
        Work::Save => {
            for item in items {
                if let Some(attempt_id) = &item.id.attempt_id {
                    backend::save_video(&item.id.media_id, attempt_id).await?;
                }
            }
        }
        Work::Queue => {
            let mut queued: Vec<MediaId> = Vec::new();
            // What waits already keeps its prompt: replacing it would need a question each.
            for item in items.into_iter().filter(|item| !item.is_queued) {
                let media_id = item.id.media_id;
                if queued.contains(&media_id) {
                    continue;
                }
                queued.push(media_id.clone());
                // A video's prompt is what made it; an image's says what it shows.
                let prompt = item.id.attempt_id.and(item.prompt).unwrap_or_else(|| Prompt::new(""));
                let change = QueueChange::Add {
                    media_id: Some(media_id),
                    prompt,
                    max_retries: None,
                    video_goal: None,
                };
                backend::change_queue(&change).await?;
            }
        }
        Work::Export => {
            for media_id in images_of(&items) {
                backend::export_history(ExportForm::Json, Some(&media_id)).await?;
            }
        }
        Work::Compare | Work::Delete | Work::Clear => {}
    }
    Ok(())
}
