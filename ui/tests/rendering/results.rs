//! The tiles of a session's videos.

use retake_protocol::Pick;
use retake_protocol::history::VideoView;

use crate::render::result_tile;

#[test]
fn l2_the_star_is_pressed_where_the_video_is_picked_and_only_there() {
    for (pick, expected) in
        [(Pick::None, "false"), (Pick::Picked, "true"), (Pick::Rejected, "false")]
    {
        let tile = result_tile(VideoView::Offered, pick, false);
        assert_eq!(tile.attribute("star-result", "aria-pressed").as_deref(), Some(expected));
    }
}

#[test]
fn l2_what_is_not_saved_says_so_in_place_of_playing() {
    for (video, expected) in [
        (VideoView::Offered, "Only saved videos play here."),
        (VideoView::Failed { reason: "the disk is full".to_owned() }, "the disk is full"),
        (VideoView::Saving, "Saving"),
    ] {
        let tile = result_tile(video.clone(), Pick::None, true);
        let words = tile.text("result").unwrap_or_default();
        assert_eq!(words.matches(expected).count(), 1, "once, and not in two places: {words}");
        assert_eq!(tile.text("player"), None, "{video:?}");
        assert!(tile.is_enabled("close-result"), "{video:?}");
        assert_eq!(result_tile(video, Pick::None, false).text("close-result"), None);
    }
}
