//! Cuts a stream's text into its outermost JSON objects, whatever stands between them: nothing, line
//! ends, `data: ` and the comments of server-sent events, `[DONE]`. A piece of the text may end
//! anywhere. What the objects say is for others to read.

/// The longest object that is read, in bytes; a longer one is passed over.
pub const MAX_OBJECT_BYTES: usize = 1024 * 1024;

#[derive(Clone, Debug, Default)]
pub(super) struct Objects {
    /// The object under way, from its first brace.
    open: String,
    depth: u32,
    place: Place,
    /// The last sign outside texts that is no space.
    last: char,
    /// Whether the object under way was too long, and is only walked over.
    is_too_long: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Plain,
    InText,
    AfterBackslash,
}

impl Objects {
    /// Takes the next piece of the text. Answers the objects that end in it.
    pub(super) fn take(&mut self, text: &str) -> Vec<String> {
        let mut whole = Vec::new();
        for character in text.chars() {
            let ends = self.step(character);
            if self.depth == 0 && !ends {
                continue;
            }
            if !self.is_too_long {
                self.open.push(character);
                self.is_too_long = self.open.len() > MAX_OBJECT_BYTES;
            }
            if ends {
                let object = std::mem::take(&mut self.open);
                if !std::mem::take(&mut self.is_too_long) {
                    whole.push(object);
                }
            }
        }
        whole
    }

    /// Whether `character` ends an outermost object.
    fn step(&mut self, character: char) -> bool {
        match (self.place, character) {
            // No text of JSON holds a line end: the object was cut off, and another may follow.
            (Place::InText | Place::AfterBackslash, '\n' | '\r') => self.give_up(),
            (Place::InText, '\\') => self.place = Place::AfterBackslash,
            (Place::InText, '"') => self.place = Place::Plain,
            (Place::InText | Place::AfterBackslash, _) => self.place = Place::InText,
            (Place::Plain, _) => return self.step_outside_texts(character),
        }
        false
    }

    fn step_outside_texts(&mut self, character: char) -> bool {
        match character {
            '{' if self.depth > 0 && matches!(self.last, ':' | ',' | '[') => {
                self.depth = self.depth.saturating_add(1);
            }
            // Where no value can stand, an object was cut off and another begins.
            '{' => {
                self.give_up();
                self.depth = 1;
            }
            _ if self.depth == 0 => {}
            '"' => self.place = Place::InText,
            '}' => self.depth -= 1,
            _ if !is_of_json(character) => self.give_up(),
            _ => {}
        }
        if !character.is_ascii_whitespace() {
            self.last = character;
        }
        character == '}' && self.depth == 0 && !self.open.is_empty()
    }

    fn give_up(&mut self) {
        *self = Self::default();
    }
}

/// Whether `character` can stand in JSON outside its texts.
fn is_of_json(character: char) -> bool {
    matches!(character, '[' | ']' | ':' | ',' | '+' | '-' | '.' | '0'..='9')
        || character.is_ascii_whitespace()
        || "truefalsnE".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        Objects::default().take(text)
    }

    #[test]
    fn h3_objects_are_found_in_every_framing() {
        let expected = [r#"{"a":{"b":[{}]}}"#, r#"{"c":"}{"}"#];
        for text in [
            r#"{"a":{"b":[{}]}}{"c":"}{"}"#,
            "{\"a\":{\"b\":[{}]}}\r\n\r\n{\"c\":\"}{\"}\r\n",
            "event: message\ndata: {\"a\":{\"b\":[{}]}}\n\n: alive \"\ndata:{\"c\":\"}{\"}\n\ndata: [DONE]\n\n",
            r#"[{"a":{"b":[{}]}},{"c":"}{"}]"#,
            r#"}} " noise {"a":{"b":[{}]}}]] "{"c":"}{"}"#,
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn a4_an_object_that_was_cut_off_hides_no_neighbour() {
        for broken in [
            "{\"a\":\"cut\n",
            "{\"a\":\"cut\\\n",
            "{\"a\":{\"b\":1\n",
            "{\"a\":{\"b\":1}",
            "{\"a\":[1,2]\n",
            "{\"a\":\n\ndata: ",
            "{\n\ndata: ",
            "{\"a\":\n: alive\n\ndata: ",
            "{{",
            "{not json} ",
        ] {
            assert_eq!(cut(&format!("{broken}{{\"b\":{{}}}}")), [r#"{"b":{}}"#], "{broken}");
        }
    }
}
