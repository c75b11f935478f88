//! The machine against its rules: in random sequences of events, and in every sequence of a small
//! world; and against what is true, where a page makes videos and the app is killed.

mod agreeing;
mod invariants;
mod model;
mod order;
mod truth;
mod world;
