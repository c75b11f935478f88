//! What a click, or a part of the window, does: going to an item, marking it, opening and closing it.

use std::rc::Rc;

use retake_protocol::library::{ItemId, LibraryItem, MarkChange};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::page::{GRID, focus_on, keep_size};
use super::{Control, OnTop};
use crate::backend;
use crate::commands::run_and_tell;
use crate::components::library::grid::{bring_into_view, scroll_to};
use crate::components::library::toolbar::SIZES;
use crate::library::items::Step;

impl Control {
    /// Goes to an item, which may lie outside of what the grid shows.
    pub(super) fn go_to(&self, index: usize) {
        self.focus.set(index);
        if let Some(span) = self.layout.span_of(index) {
            bring_into_view(&self.place, span);
        }
    }

    /// Goes on by so many items, or back.
    pub(super) fn step(&self, by: isize) {
        let last = self.layout.count().saturating_sub(1);
        self.go_to(self.focused().saturating_add_signed(by).min(last));
    }

    /// Goes to the first item of a day.
    pub(super) fn go_to_day(&self, day: usize) {
        scroll_to(&self.place, self.layout.top_of_day(day));
        self.focus.set(self.layout.first_of(day));
    }

    /// A click on an item: alone it has the focus; with Shift or Ctrl it is selected.
    pub(super) fn click(&self, (index, event): (usize, MouseEvent)) {
        if event.shift_key() {
            self.selection.set(Rc::new(self.selection.up_to(index, self.focused())));
        } else if event.ctrl_key() || event.meta_key() || !self.selection.is_empty() {
            self.selection.set(Rc::new(self.selection.toggled(index)));
        }
        self.focus.set(index);
    }

    /// Shows an item large.
    pub(super) fn open(&self, index: usize) {
        self.focus.set(index);
        self.on_top.set(OnTop::Large);
    }

    /// Back to the grid, with the keys.
    pub(super) fn close(&self) {
        self.on_top.set(OnTop::Nothing);
        focus_on(GRID);
    }

    /// Marks items, here and where they are stored.
    pub(super) fn mark(&self, (ids, change): (Vec<ItemId>, MarkChange)) {
        let (items, dispatcher) = (self.items.dispatcher(), self.dispatcher.clone());
        spawn_local(async move {
            match backend::mark_items(&ids, &change).await {
                Ok(()) => {
                    // As it is stored: without blanks around it.
                    if let Ok(change) = change.checked() {
                        items.dispatch(Step::Marked(ids, change));
                    }
                }
                Err(error) => dispatcher.dispatch(error.into()),
            }
        });
    }

    /// By a key: one item, or all that are selected. From one item it goes on to the next.
    pub(super) fn mark_here(&self, change: MarkChange) {
        if !self.selection.is_empty() && !self.is_large() {
            return self.mark_selected(change);
        }
        let Some(item) = self.focused_item() else { return };
        let goes_on = matches!(change, MarkChange::Rating { .. } | MarkChange::Pick { .. });
        self.mark((vec![item.id], change));
        if goes_on && self.focused() + 1 < self.layout.count() {
            self.go_to(self.focused() + 1);
        }
    }

    /// By a click beside the large item, which stays.
    pub(super) fn mark_large(&self, change: MarkChange) {
        if let Some(item) = self.focused_item() {
            self.mark((vec![item.id], change));
        }
    }

    /// By a click under one of those that are side by side.
    pub(super) fn mark_beside(&self, (id, change): (ItemId, MarkChange)) {
        self.change_compared(|compared| {
            for item in compared.iter_mut().filter(|item| item.id == id) {
                change.apply_to(&mut item.mark);
            }
        });
        self.mark((vec![id], change));
    }

    /// Puts the first of those that are side by side last.
    pub(super) fn swap(&self, (): ()) {
        self.change_compared(|compared| compared.rotate_left(1));
    }

    fn change_compared(&self, change: impl FnOnce(&mut Vec<LibraryItem>)) {
        if let OnTop::Side(mut compared) = (*self.on_top).clone() {
            change(&mut compared);
            self.on_top.set(OnTop::Side(compared));
        }
    }

    /// Shows tiles of another size, in pixels.
    pub(super) fn resize(&self, wanted: f64) {
        let wanted = wanted.clamp(SIZES.0, SIZES.1);
        keep_size(wanted);
        self.size.set(wanted);
    }

    /// Shows the filters, or hides them.
    pub(super) fn toggle_filters(&self, (): ()) {
        self.is_filtering.set(!*self.is_filtering);
    }

    /// Shows what is known of the large item, or hides it.
    pub(super) fn toggle_facts(&self, (): ()) {
        self.has_facts.set(!*self.has_facts);
    }

    /// Looks whether the saved videos are still where they were saved.
    pub(super) fn check_files(&self, (): ()) {
        run_and_tell(&self.dispatcher, backend::check_files());
    }

    /// The images are deleted, or the user thought again.
    pub(super) fn end_forgetting(&self, (): ()) {
        self.forgetting.set(Vec::new());
        self.own_changes.set(self.own_changes.wrapping_add(1));
    }
}
