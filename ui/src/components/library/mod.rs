//! The library's window (spec K): a grid of images or videos by day, filters with counts, an item large,
//! several side by side, and what can be done with those that are selected.
//!
//! | module | what it shows |
//! | --- | --- |
//! | `window` | all of it, and what keys do |
//! | `toolbar` | images or videos, search, size, date, count |
//! | `filters` | the values of each field with their counts, and the kept filters |
//! | `grid`, `tile` | the items |
//! | `selected` | what can be done with the selected ones |
//! | `lightbox`, `facts` | one item large, and what is known of it |
//! | `compare` | two to four videos side by side |
//! | `marks` | stars, pick, tags, note |
//! | `frame` | its last frame, drawn |
//! | `forgetting` | the time to think again before something is deleted |

pub mod compare;
pub mod facts;
pub mod filters;
pub mod forgetting;
pub mod frame;
pub mod grid;
pub mod lightbox;
pub mod marks;
pub mod selected;
pub mod tile;
pub mod toolbar;
pub mod window;

pub use window::Library;
