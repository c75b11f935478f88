//! What the engine tells as data, in words. One module a kind of data; nothing here decides anything.

pub mod log;
pub mod session;
