//! What a key means in the library (spec K2–K5).

use retake_protocol::Pick;

use super::layout::Step;

/// What the user wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// To another item.
    Move(Step),
    /// Large.
    Open,
    /// Selects the item, or takes it out.
    Select,
    /// Selects everything.
    SelectAll,
    /// Stars.
    Rate(u8),
    /// Picked, rejected or neither.
    Pick(Pick),
    /// To the box for a tag.
    Tag,
    /// Side by side.
    Compare,
    /// Deletes.
    Delete,
    /// To the search.
    Search,
    /// Closes what is on top.
    Close,
}

/// A key of the grid, with Ctrl (or Cmd) or without.
pub fn command_of(key: &str, has_control: bool) -> Option<Command> {
    Some(match (key, has_control) {
        ("a" | "A", true) => Command::SelectAll,
        ("Home", _) => Command::Move(Step::First),
        ("End", _) => Command::Move(Step::Last),
        (_, true) => return None,
        ("ArrowLeft", _) => Command::Move(Step::Left),
        ("ArrowRight", _) => Command::Move(Step::Right),
        ("ArrowUp", _) => Command::Move(Step::Up),
        ("ArrowDown", _) => Command::Move(Step::Down),
        ("PageUp", _) => Command::Move(Step::Rows(-4)),
        ("PageDown", _) => Command::Move(Step::Rows(4)),
        ("Enter", _) => Command::Open,
        (" ", _) => Command::Select,
        ("p" | "P", _) => Command::Pick(Pick::Picked),
        ("x" | "X", _) => Command::Pick(Pick::Rejected),
        ("u" | "U", _) => Command::Pick(Pick::None),
        ("t" | "T", _) => Command::Tag,
        ("c" | "C", _) => Command::Compare,
        ("Delete", _) => Command::Delete,
        ("/", _) => Command::Search,
        ("Escape", _) => Command::Close,
        (digit, _) => Command::Rate(rating_of(digit)?),
    })
}

fn rating_of(key: &str) -> Option<u8> {
    key.parse().ok().filter(|stars| *stars <= 5 && key.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k3_digits_rate_and_letters_pick() {
        assert_eq!(command_of("4", false), Some(Command::Rate(4)));
        assert_eq!(command_of("6", false), None);
        assert_eq!(command_of("05", false), None);
        assert_eq!(command_of("x", false), Some(Command::Pick(Pick::Rejected)));
        assert_eq!(command_of("p", true), None, "that is the system's");
        assert_eq!(command_of("a", true), Some(Command::SelectAll));
    }
}
