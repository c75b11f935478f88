//! The stories of the built app. `cargo xtask stories` gives each a process, and a screen that no other
//! story uses meanwhile.

mod accessibility;
mod attention;
mod autumn;
mod boxes;
mod data;
mod downloads;
mod generation;
mod health;
mod history;
mod hostile;
mod image;
mod languages;
mod library;
mod looks;
mod machine;
mod own_press;
mod prompts;
mod queue;
mod results;
mod shell;
mod sign_in;
mod silence;
mod story;
mod variants;
mod videos;
