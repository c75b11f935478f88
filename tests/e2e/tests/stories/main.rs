//! The stories of the built app. One process, one test at a time: they share the screen.

mod accessibility;
mod data;
mod history;
mod hostile;
mod shell;
mod story;
mod videos;
