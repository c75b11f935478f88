//! The machine against its rules: in random sequences of events, and in every sequence of a small
//! world.

mod invariants;
mod model;
mod world;
