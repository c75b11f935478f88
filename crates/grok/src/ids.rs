//! The ids in addresses and paths of Grok's files.

use retake_protocol::{PostId, is_uuid};

/// The length of a UUID, in bytes.
const UUID_BYTES: usize = 36;

/// The last UUID of an address or a path: the first may be the user's, as in
/// `users/<user>/generated/<id>/generated_video.mp4`. What follows `?` or `#` is not looked at.
pub fn uuid_of_path(text: &str) -> Option<PostId> {
    let path = text.split(['?', '#']).next()?;
    let last = path.len().checked_sub(UUID_BYTES)?;
    let found = (0..=last).rev().find_map(|at| {
        let one = path.get(at..at + UUID_BYTES)?;
        let is_part = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let before = at.checked_sub(1).and_then(|before| path.as_bytes().get(before));
        let is_whole = !is_part(before) && !is_part(path.as_bytes().get(at + UUID_BYTES));
        (is_whole && is_uuid(one)).then_some(one)
    });
    PostId::new(found?)
}

/// What a reference names: of an address or a path its last UUID, of anything else all of it.
pub(crate) fn id_of_reference(text: &str) -> Option<PostId> {
    if text.contains('/') { uuid_of_path(text) } else { PostId::new(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a1_a_path_names_its_last_uuid() {
        let user = "33333333-cccc-4ccc-8ccc-000000000001";
        let file = "11111111-aaaa-4aaa-8aaa-000000000001";
        for (path, expected) in [
            (file.to_owned(), Some(file)),
            (file.to_uppercase(), Some(file)),
            (format!("users/{user}/generated/{file}/image.jpg"), Some(file)),
            (
                format!("https://assets.grok.com/users/{user}/{file}/content?cache={user}"),
                Some(file),
            ),
            (format!("https://imagine-public.x.ai/images/{file}.png"), Some(file)),
            (format!("share-videos/{file}_thumbnail.jpg#{user}"), Some(file)),
            (format!("https://grok.com/imagine/post/{file}?conversation={user}"), Some(file)),
            (format!("é{file}é"), Some(file)),
            (format!("0{file}/{file}0"), None),
            ("users/u/generated/v/generated_video.mp4".to_owned(), None),
            (String::new(), None),
        ] {
            let found = uuid_of_path(&path);
            assert_eq!(found.as_ref().map(PostId::as_str), expected, "{path}");
        }
    }

    #[test]
    fn a1_a_reference_that_is_no_path_is_the_id() {
        assert_eq!(id_of_reference("lake"), PostId::new("lake"));
        assert_eq!(id_of_reference("images/lake.png"), None);
    }
}
