//! The image's own file beside a saved video (spec K2).

use super::*;

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 a lake";

impl World {
    /// Nothing else is fetched before the video that the user asks for now.
    fn see_nothing_more(&self) {
        self.save("a");
        let wanted = self.brings(MP4);
        assert!(wanted.url.path().ends_with("/a.mp4"), "{}", wanted.url);
    }
}

/// A world with three videos of an image whose file Grok has.
fn world_with_image(settings: &[(&str, &str)]) -> World {
    let settings = [settings, &[("video_name", "{attempt}")]].concat();
    let mut world = World::new(&settings);
    world.image_url = "users/u/lake.jpg";
    world.see(1, &["a", "b", "c"]);
    world
}

#[test]
fn k2_the_images_own_file_is_kept_once_beside_its_videos() {
    let world = world_with_image(&[]);
    world.fetches_next("a");
    let image = world.brings(JPEG);
    assert_eq!(image.url.as_str(), "https://assets.grok.com/users/u/lake.jpg");
    world.fetches_next("b");
    assert_eq!(world.files(), ["a.json", "a.mp4", "b.json", "b.mp4", "image lake.jpg"]);
    assert_eq!(world.read("image lake.jpg"), JPEG);
}

#[test]
fn k2_a_file_of_the_users_under_that_name_stays_and_is_not_fetched() {
    let world = world_with_image(&[]);
    fs::create_dir_all(world.folder()).unwrap();
    fs::write(world.folder().join("image lake.png"), "mine").unwrap();
    world.fetches_next("a");
    world.fetches_next("b");
    assert_eq!(world.read("image lake.png"), b"mine");
}

#[test]
fn k2_an_image_that_can_not_be_had_is_asked_for_again_with_the_next_video() {
    let world = world_with_image(&[]);
    world.fetches_next("a");
    world.fails(Trouble::NeedsUser("Sign in.".into()));
    world.fetches_next("b");
    world.brings(JPEG);
    world.fetches_next("a");
    assert!(world.files().contains(&"image lake.jpg".to_owned()));
}

#[test]
fn k2_one_that_broke_off_comes_again_after_a_pause_and_videos_go_on_meanwhile() {
    let world = world_with_image(&[]);
    world.fetches_next("a");
    let image = world.fails(Trouble::Passing("It broke off.".into()));
    assert!(image.url.path().ends_with("/lake.jpg"));
    world.fetches_next("b");
}

#[test]
fn k2_a_video_waits_for_the_image_that_is_under_way_and_then_comes() {
    let world = world_with_image(&[]);
    world.fetches_next("a");
    let (wanted, ended) = world.begins();
    while world.changes.try_recv().is_ok() {}
    for attempt in ["b", "c"] {
        world.save(attempt);
        // Told right before the thread looks for what is next: with the second, that is done for the first.
        world.changes.recv_timeout(PATIENCE).unwrap();
    }
    assert!(world.downloads.try_recv().is_err(), "one at a time");
    fs::write(&wanted.partial, JPEG).unwrap();
    ended(Ok(()));
    let wanted = world.brings(MP4);
    assert!(wanted.url.path().ends_with("/b.mp4"), "{}", wanted.url);
    world.has("b", VideoQuality::Base);
    assert_eq!(world.read("image lake.jpg"), JPEG);
}

#[test]
fn k2_several_videos_of_an_image_ask_for_it_once() {
    let world = world_with_image(&[]);
    world.save("a");
    world.save("b");
    world.brings(MP4);
    world.brings(MP4);
    world.has("b", VideoQuality::Base);
    world.fails(Trouble::Lasting("It is gone.".into()));
    world.see_nothing_more();
}

#[test]
fn k2_an_image_that_is_not_wanted_any_more_is_not_fetched() {
    let world = world_with_image(&[]);
    world.save("a");
    world.save("b");
    world.brings(MP4);
    let (wanted, ended) = world.begins();
    world.store.set_setting("keep_image_files", "off").unwrap();
    fs::write(&wanted.partial, MP4).unwrap();
    ended(Ok(()));
    world.has("b", VideoQuality::Base);
    world.see_nothing_more();
}

#[test]
fn k2_what_an_earlier_run_left_unfinished_is_removed() {
    let place = TempDir::new().unwrap();
    let left = place.path().join("unfinished/.retake-left.part");
    fs::create_dir_all(left.parent().unwrap()).unwrap();
    fs::write(&left, JPEG).unwrap();
    DataFolder::open(Some(place.path())).unwrap().clear_unfinished();
    assert!(!left.exists());
}

#[test]
fn k2_a_web_page_in_its_place_is_not_kept() {
    let world = world_with_image(&[]);
    world.fetches_next("a");
    world.brings(b"<!doctype html><title>Sign in</title>");
    world.fetches_next("b");
    assert!(!world.files().iter().any(|name| name.starts_with("image")), "{:?}", world.files());
}

#[test]
fn k2_without_the_setting_no_image_is_fetched() {
    let world = world_with_image(&[("keep_image_files", "off")]);
    world.fetches_next("a");
    world.fetches_next("b");
}

#[test]
fn k2_an_image_elsewhere_than_at_groks_is_not_fetched() {
    let mut world = World::new(&[("video_name", "{attempt}")]);
    world.image_url = "https://example.com/lake.jpg";
    world.see(1, &["a", "b"]);
    world.fetches_next("a");
    world.fetches_next("b");
}

#[test]
fn k2_the_image_of_a_history_that_was_forgotten_meanwhile_is_not_kept() {
    let mut world = world_with_image(&[]);
    world.fetches_next("a");
    let (wanted, ended) = world.begins();
    let forget = retake_engine::maintenance::Maintenance::Forget(retake_store::Scope::All);
    world.engine.run_maintenance(forget, world.clock.now()).unwrap();
    fs::write(&wanted.partial, JPEG).unwrap();
    ended(Ok(()));
    world.see(2, &["d"]);
    world.fetches_next("d");
    assert!(!world.files().contains(&"image lake.jpg".to_owned()));
}
