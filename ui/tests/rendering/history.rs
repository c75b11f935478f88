//! What is read in the history.

use retake_protocol::ImageKind;

use crate::render::card;

#[test]
fn a8_a_video_that_nothing_ties_to_an_image_says_that_its_image_is_unknown() {
    let shown = card(ImageKind::Unknown);
    assert_eq!(shown.text("image-unknown").as_deref(), Some("Image unknown"));
    assert_eq!(card(ImageKind::Image).text("image-unknown"), None);
}
