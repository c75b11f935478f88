//! The image's own file beside a saved video (spec K2).

use super::*;

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 a lake";

/// A world with two videos of an image whose file Grok has.
fn world_with_image(settings: &[(&str, &str)]) -> World {
    let settings = [settings, &[("video_name", "{attempt}")]].concat();
    let mut world = World::new(&settings);
    world.image_url = "users/u/lake.jpg";
    world.see(1, &["a", "b"]);
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
fn k2_one_that_broke_off_is_tried_three_times() {
    let world = world_with_image(&[]);
    world.fetches_next("a");
    for _ in 0..3 {
        let image = world.fails(Trouble::Passing("It broke off.".into()));
        assert!(image.url.path().ends_with("/lake.jpg"));
    }
    world.fetches_next("b");
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
    world.see(2, &["c"]);
    world.fetches_next("c");
    assert!(!world.files().contains(&"image lake.jpg".to_owned()));
}
