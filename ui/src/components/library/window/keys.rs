//! What a key does. What is on top has the keys: the grid, an item large, or several side by side.

use std::rc::Rc;

use retake_protocol::library::MarkChange;
use yew::prelude::*;

use super::page::{self, focus_on};
use super::{Control, OnTop};
use crate::components::library::selected::Work;
use crate::library::keys::{Command, command_of};
use crate::library::selection::Selection;
use crate::words::key_in_reading_order;

impl Control {
    /// A key that nothing inside of the window took.
    pub(super) fn press(&self, event: &KeyboardEvent) {
        if page::is_typing(event) {
            if event.key() == "Escape" {
                page::blur(event);
            }
            return;
        }
        if let OnTop::Side(_) = &*self.on_top {
            if event.key() == "Escape" {
                self.close();
            }
            return;
        }
        let has_control = event.ctrl_key() || event.meta_key();
        if self.is_large() && !has_control && self.press_on_large(event) {
            return;
        }
        let Some(command) = command_of(key_in_reading_order(&event.key()), has_control) else {
            return;
        };
        // In a bar of buttons Enter and Space press them.
        if matches!(command, Command::Open | Command::Select) && page::is_on_button(event) {
            return;
        }
        event.prevent_default();
        self.obey(command, event.shift_key());
    }

    /// Whether the key means something where an item is large alone.
    fn press_on_large(&self, event: &KeyboardEvent) -> bool {
        match event.key().as_str() {
            "i" | "I" => self.toggle_facts(()),
            " " => {
                event.prevent_default();
                page::toggle(&self.video);
            }
            _ => return false,
        }
        true
    }

    fn obey(&self, command: Command, has_shift: bool) {
        let count = self.layout.count();
        let selected = self.selection.len();
        match command {
            Command::Move(step) => {
                let to = self.layout.step(self.focused(), step);
                if has_shift && !self.is_large() {
                    self.selection.set(Rc::new(self.selection.up_to(to, self.focused())));
                }
                self.go_to(to);
            }
            Command::Open if count > 0 => self.on_top.set(OnTop::Large),
            Command::Select if count > 0 => {
                self.selection.set(Rc::new(self.selection.toggled(self.focused())));
            }
            Command::SelectAll => self.selection.set(Rc::new(Selection::all(count))),
            Command::Rate(rating) => self.mark_here(MarkChange::Rating { rating }),
            Command::Pick(pick) => self.mark_here(MarkChange::Pick { pick }),
            Command::Compare if (2..=4).contains(&selected) => self.work(Work::Compare),
            Command::Delete if selected > 0 => self.work(Work::Delete),
            Command::Tag => {
                self.has_facts.set(true);
                focus_on(page::NEW_TAG);
            }
            Command::Search => focus_on(page::SEARCH),
            Command::Close if self.is_large() => self.close(),
            Command::Close => self.selection.set(Rc::default()),
            _ => {}
        }
    }
}
