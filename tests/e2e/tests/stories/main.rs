//! The stories of the built app. One process, one test at a time: they share the screen.

mod accessibility;
mod autumn;
mod boxes;
mod data;
mod downloads;
mod generation;
mod health;
mod history;
mod hostile;
mod image;
mod library;
mod looks;
mod prompts;
mod queue;
mod shell;
mod sign_in;
mod silence;
mod story;
mod variants;
mod videos;
