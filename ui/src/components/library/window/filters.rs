//! What the library is narrowed to, and the filters that the user keeps under a name.

use std::rc::Rc;

use retake_protocol::LibraryKind;
use retake_protocol::command::CommandError;
use retake_protocol::library::{LibraryFilter, NamedFilter};
use wasm_bindgen_futures::spawn_local;

use super::Control;
use crate::backend;
use crate::components::library::filters::of_kind;
use crate::components::library::grid::scroll_to;

impl Control {
    /// Shows what `wanted` leaves, from its top and with nothing selected.
    pub(super) fn change_filter(&self, wanted: LibraryFilter) {
        self.filter.set(wanted);
        self.selection.set(Rc::default());
        self.focus.set(0);
        scroll_to(&self.place, 0.0);
    }

    /// Images or videos.
    pub(super) fn change_kind(&self, kind: LibraryKind) {
        self.change_filter(of_kind(&self.filter, kind));
    }

    /// What the box of the search says.
    pub(super) fn search(&self, search: String) {
        self.change_filter(LibraryFilter { search, ..(*self.filter).clone() });
    }

    /// Keeps the filter under a name.
    pub(super) fn keep_filter(&self, name: String) {
        let one = NamedFilter { name, filter: (*self.filter).clone() };
        self.change_kept(async move { backend::keep_filter(&one).await });
    }

    /// Drops the filter of this name.
    pub(super) fn drop_filter(&self, name: String) {
        self.change_kept(async move { backend::drop_filter(&name).await });
    }

    fn change_kept(&self, change: impl Future<Output = Result<(), CommandError>> + 'static) {
        let control = self.clone();
        spawn_local(async move {
            match change.await {
                Ok(()) => control.load_kept(),
                Err(error) => control.dispatcher.dispatch(error.into()),
            }
        });
    }

    /// Asks for the kept filters.
    pub(super) fn load_kept(&self) {
        let kept = self.kept.clone();
        let take = move |found| kept.set(found);
        self.kept_turns.ask(&self.dispatcher, backend::library_filters(), take);
    }
}
