//! What the library's window knows, without a document: where each item stands (`layout`), which items
//! have come (`items`), which are selected (`selection`), and what a key means (`keys`).

pub mod items;
pub mod keys;
pub mod layout;
pub mod selection;
