//! What the page script hears beside the store (spec H), source by source, over all fixtures.

mod fixtures;
mod notice;
mod quota;
mod record;
mod refusal;
mod request;
mod store;
mod stream;
