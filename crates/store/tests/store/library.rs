//! The library: items by day, what the user thinks of them, and filters with counts (spec K1, K3).

use retake_protocol::library::{
    FacetValue, ItemId, LibraryFilter, LibraryItem, LibraryQuery, Mark, MarkChange, NamedFilter,
};
use retake_protocol::{AttemptOutcome, LibraryField as Field, LibraryKind, Pick, SessionOutcome};
use retake_session::record::{
    AttemptRecord, Change, ImageFacts, QueueDone, QueueEntry, SessionRecord,
};
use retake_store::{CalendarDay, Scope, Store};

use crate::support::*;

const DAY: i64 = 86_400_000;

fn day_of(at: i64) -> Option<CalendarDay> {
    let number = at.div_euclid(DAY);
    let until = (number + 1).checked_mul(DAY)?;
    Some(CalendarDay { date: number.to_string(), from: until - DAY, until })
}

fn video(image: &str, id: &str, at: i64) -> AttemptRecord {
    AttemptRecord {
        video_url: Some(format!("/{id}.mp4")),
        resolution: Some("480p".to_owned()),
        length_seconds: Some(6.04),
        ..ended_attempt(image, id, AttemptOutcome::Completed, at)
    }
}

/// Three days: the lake on the first with two videos, the fox on the third with one moderated attempt.
fn store() -> Store {
    let store = Store::in_memory().unwrap();
    let fox = ImageFacts { create_time: Some(2 * DAY + 5), ..facts("fox") };
    let changes = vec![
        Change::Image(facts("lake")),
        Change::Image(fox),
        Change::Image(facts("never used")),
        Change::Attempt(video("lake", "pan", 20)),
        Change::Attempt(AttemptRecord {
            resolution: Some("720p".to_owned()),
            ..video("lake", "zoom", DAY + 1)
        }),
        Change::Attempt(ended_attempt("fox", "lost", AttemptOutcome::Moderated, 2 * DAY + 9)),
    ];
    store.apply(&changes).unwrap();
    store
}

fn filter(kind: LibraryKind, choices: &[(Field, &[&str])]) -> LibraryFilter {
    let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    let choices = choices.iter().map(|(field, values)| (*field, owned(values))).collect();
    LibraryFilter { kind, choices, ..LibraryFilter::default() }
}

fn all_of(filter: LibraryFilter) -> LibraryQuery {
    LibraryQuery { filter, from: 0, until: i64::MAX, skip: 0, limit: 200 }
}

fn name(item: &LibraryItem) -> String {
    item.id.attempt_id.as_ref().map_or(item.id.media_id.to_string(), ToString::to_string)
}

fn shown(store: &Store, kind: LibraryKind, choices: &[(Field, &[&str])]) -> Vec<String> {
    let query = all_of(filter(kind, choices));
    store.library_page(&query).unwrap().iter().map(name).collect()
}

fn of_image(image: &str) -> ItemId {
    ItemId { media_id: media(image), attempt_id: None }
}

fn of_video(image: &str, id: &str) -> ItemId {
    ItemId { media_id: media(image), attempt_id: Some(attempt_id(id)) }
}

fn mark(store: &Store, item: ItemId, change: MarkChange) {
    store.mark_items(&[item], &change.checked().unwrap()).unwrap();
}

fn tag(text: &str) -> MarkChange {
    MarkChange::Tag { tag: text.to_owned() }
}

fn values(store: &Store, kind: LibraryKind, field: Field) -> Vec<(String, u32)> {
    let facets = store.library_facets(&filter(kind, &[])).unwrap();
    let facet = facets.into_iter().find(|facet| facet.field == field).unwrap();
    facet.values.into_iter().map(|FacetValue { value, count }| (value, count)).collect()
}

#[test]
fn k1_items_are_counted_by_the_days_they_were_made_on() {
    let store = store();
    let days = |kind| {
        let days = store.library_days(&filter(kind, &[]), day_of).unwrap().days;
        days.into_iter().map(|day| (day.date, day.count)).collect::<Vec<_>>()
    };
    assert_eq!(days(LibraryKind::Images), [("2".to_owned(), 1), ("0".to_owned(), 1)]);
    assert_eq!(days(LibraryKind::Videos), [("1".to_owned(), 1), ("0".to_owned(), 1)]);
}

#[test]
fn k1_a_page_is_of_one_day_and_passes_over_what_was_asked() {
    let store = store();
    store.apply(&[Change::Attempt(video("lake", "late", 50))]).unwrap();
    let page = |from, until, skip| {
        let filter = filter(LibraryKind::Videos, &[]);
        let query = LibraryQuery { filter, from, until, skip, limit: 200 };
        store.library_page(&query).unwrap().iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(page(0, DAY, 0), ["late", "pan"], "the newest first");
    assert_eq!(page(0, DAY, 1), ["pan"]);
    assert_eq!(page(DAY, 2 * DAY, 0), ["zoom"]);
    assert_eq!(shown(&store, LibraryKind::Images, &[]), ["fox", "lake"], "only images with a try");
}

#[test]
fn k3_what_the_user_thinks_is_kept_when_grok_tells_of_the_item_again() {
    let store = store();
    mark(&store, of_image("lake"), MarkChange::Rating { rating: 4 });
    mark(&store, of_video("lake", "pan"), MarkChange::Pick { pick: Pick::Picked });
    mark(&store, of_video("lake", "pan"), tag("best"));
    mark(&store, of_video("lake", "pan"), MarkChange::Note { note: " calm ".to_owned() });
    let again = vec![Change::Image(full_facts("lake")), Change::Attempt(video("lake", "pan", 20))];
    store.apply(&again).unwrap();
    let page = |kind| store.library_page(&all_of(filter(kind, &[]))).unwrap();
    let images = page(LibraryKind::Images);
    let lake = images.iter().find(|item| name(item) == "lake").unwrap();
    assert_eq!((lake.mark.rating, lake.videos, lake.size), (4, 2, Some((1024, 1536))));
    let videos = page(LibraryKind::Videos);
    let pan = videos.iter().find(|item| name(item) == "pan").unwrap();
    let expected = Mark {
        rating: 0,
        pick: Pick::Picked,
        note: "calm".to_owned(),
        tags: vec!["best".to_owned()],
    };
    assert_eq!(pan.mark, expected);
}

#[test]
fn l2_an_image_whole_says_which_of_its_videos_are_picked() {
    let store = store();
    let picks = |store: &Store| {
        let attempts = store.image_detail(&media("lake")).unwrap().unwrap().attempts;
        let of = |id| attempts.iter().find(|found| found.attempt_id == attempt_id(id));
        ["pan", "zoom"].map(|id| of(id).unwrap().pick)
    };
    assert_eq!(picks(&store), [Pick::None, Pick::None]);
    mark(&store, of_video("lake", "pan"), MarkChange::Pick { pick: Pick::Picked });
    mark(&store, of_video("lake", "zoom"), MarkChange::Pick { pick: Pick::Rejected });
    assert_eq!(picks(&store), [Pick::Picked, Pick::Rejected]);
}

#[test]
fn k3_a_filter_leaves_what_has_one_of_the_values_of_each_field() {
    let store = store();
    let videos = |choices: &[(Field, &[&str])]| shown(&store, LibraryKind::Videos, choices);
    mark(&store, of_video("lake", "pan"), MarkChange::Rating { rating: 5 });
    mark(&store, of_video("lake", "zoom"), MarkChange::Rating { rating: 3 });
    mark(&store, of_video("lake", "zoom"), tag("dawn"));
    assert_eq!(videos(&[(Field::Rating, &["5"])]), ["pan"]);
    assert_eq!(videos(&[(Field::Rating, &["5", "3"])]), ["zoom", "pan"]);
    assert_eq!(videos(&[(Field::Rating, &["5", "3"]), (Field::Resolution, &["720p"])]), ["zoom"]);
    assert_eq!(videos(&[(Field::Tag, &["dawn"])]), ["zoom"]);
    assert_eq!(videos(&[(Field::Length, &["6"])]), ["zoom", "pan"]);
    assert_eq!(videos(&[(Field::Saved, &["yes"])]), [""; 0]);
    assert_eq!(videos(&[(Field::Tag, &["' OR 1=1 --"])]), [""; 0]);
    let images = |choices: &[(Field, &[&str])]| shown(&store, LibraryKind::Images, choices);
    assert_eq!(images(&[(Field::Outcome, &["completed"])]), ["lake"]);
    assert_eq!(images(&[(Field::Outcome, &["moderated"])]), ["fox"]);
}

#[test]
fn k3_each_value_has_its_count_whatever_else_of_its_field_is_chosen() {
    let store = store();
    mark(&store, of_video("lake", "pan"), MarkChange::Rating { rating: 5 });
    let count = |value: &str, count| (value.to_owned(), count);
    let ratings = values(&store, LibraryKind::Videos, Field::Rating);
    assert_eq!(ratings, [count("0", 1), count("5", 1)]);
    let resolutions = values(&store, LibraryKind::Videos, Field::Resolution);
    assert_eq!(resolutions, [count("480p", 1), count("720p", 1)]);
    let chosen = filter(LibraryKind::Videos, &[(Field::Rating, &["5"])]);
    let facets = store.library_facets(&chosen).unwrap();
    let of = |field| facets.iter().find(|facet| facet.field == field).unwrap().values.len();
    assert_eq!(of(Field::Rating), 2, "its own field still offers the others");
    assert_eq!(of(Field::Resolution), 1, "the other fields go by it");
    let outcomes = values(&store, LibraryKind::Images, Field::Outcome);
    assert_eq!(outcomes, [count("completed", 1), count("moderated", 1)]);
}

#[test]
fn k3_saved_resumable_and_queued_follow_what_happens() {
    let store = store();
    let (lake, pan) = (media("lake"), attempt_id("pan"));
    assert!(store.ask_for_video(&lake, &pan, 50).unwrap());
    let saved = saved_video("/videos/pan.mp4", 9);
    store.set_video(&lake, &pan, &saved).unwrap();
    assert_eq!(shown(&store, LibraryKind::Videos, &[(Field::Saved, &["yes"])]), ["pan"]);
    assert_eq!(shown(&store, LibraryKind::Images, &[(Field::Saved, &["yes"])]), ["lake"]);
    assert!(store.ask_for_video(&lake, &pan, 70).unwrap(), "it is to be saved again");
    assert_eq!(shown(&store, LibraryKind::Images, &[(Field::Saved, &["yes"])]), [""; 0]);

    let resumable =
        |store: &Store| shown(store, LibraryKind::Images, &[(Field::Resumable, &["yes"])]);
    let ended = |id, outcome, started_at| {
        Change::Session(SessionRecord { outcome, started_at, ..full_session("fox", id) })
    };
    store.apply(&[ended(1, SessionOutcome::RateLimited, 15)]).unwrap();
    assert_eq!(resumable(&store), ["fox"]);
    store.apply(&[ended(2, SessionOutcome::Success, 16)]).unwrap();
    assert_eq!(resumable(&store), [""; 0], "a later session has the last word");

    let in_queue = |store: &Store| shown(store, LibraryKind::Images, &[(Field::Queued, &["yes"])]);
    store.apply(&[Change::Queued(queued("fox", 1))]).unwrap();
    assert_eq!(in_queue(&store), ["fox"]);
    let done = Some(QueueDone { outcome: SessionOutcome::Success, at: 90 });
    store.apply(&[Change::Queued(QueueEntry { done, ..queued("fox", 1) })]).unwrap();
    assert_eq!(in_queue(&store), [""; 0], "what is done does not wait");
}

#[test]
fn d5_tags_and_notes_are_searched() {
    let store = store();
    mark(&store, of_image("fox"), tag("Übermut"));
    mark(&store, of_video("lake", "pan"), MarkChange::Note { note: "for the slideshow".into() });
    assert_eq!(found(&store, "ubermut"), ["fox"]);
    assert_eq!(found(&store, "slideshow"), ["lake"]);
    let search = |kind, text: &str| {
        let filter = LibraryFilter { search: text.to_owned(), ..filter(kind, &[]) };
        store.library_page(&all_of(filter)).unwrap().iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(search(LibraryKind::Images, "ubermut"), ["fox"]);
    assert_eq!(search(LibraryKind::Videos, "slideshow"), ["zoom", "pan"], "of the image it is of");
    mark(&store, of_image("fox"), MarkChange::Untag { tag: "Übermut".into() });
    mark(&store, of_video("lake", "pan"), MarkChange::Note { note: String::new() });
    assert_eq!(found(&store, "ubermut"), [""; 0]);
    assert_eq!(found(&store, "slideshow"), [""; 0]);
}

#[test]
fn a8_what_is_marked_of_a_video_goes_over_to_the_one_that_it_turned_out_to_be() {
    let store = store();
    mark(&store, of_video("lake", "pan"), MarkChange::Rating { rating: 2 });
    mark(&store, of_video("lake", "pan"), tag("calm"));
    let replaced = Change::AttemptReplaced {
        media_id: media("lake"),
        attempt_id: attempt_id("pan"),
        by: (media("lake"), attempt_id("zoom")),
    };
    store.apply(&[replaced]).unwrap();
    let items = store.library_page(&all_of(filter(LibraryKind::Videos, &[]))).unwrap();
    let [zoom] = &items[..] else { panic!("one video: {items:?}") };
    assert_eq!((zoom.mark.rating, &zoom.mark.tags[..]), (2, &["calm".to_owned()][..]));
    assert_eq!(found(&store, "calm"), ["lake"]);
}

#[test]
fn d6_marks_go_into_an_export_and_join_what_is_here() {
    let there = store();
    mark(&there, of_image("lake"), MarkChange::Rating { rating: 4 });
    mark(&there, of_video("lake", "pan"), tag("best"));
    mark(&there, of_video("lake", "pan"), MarkChange::Pick { pick: Pick::Rejected });
    let mut histories = Vec::new();
    there
        .histories(&Scope::All, |history| {
            histories.push(history);
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();

    let here = store();
    mark(&here, of_video("lake", "pan"), MarkChange::Pick { pick: Pick::Picked });
    mark(&here, of_video("lake", "pan"), tag("mine"));
    here.import(histories.clone()).unwrap();
    here.import(histories).unwrap();
    let marks = |item: &str, kind| {
        let items = here.library_page(&all_of(filter(kind, &[]))).unwrap();
        items.into_iter().find(|found| name(found) == item).unwrap().mark
    };
    assert_eq!(marks("lake", LibraryKind::Images).rating, 4);
    let pan = marks("pan", LibraryKind::Videos);
    assert_eq!((pan.pick, pan.tags), (Pick::Picked, vec!["best".to_owned(), "mine".to_owned()]));
}

#[test]
fn r2_a_backup_brings_marks_tags_and_filters_back() {
    let place = Place::new();
    let store = place.open();
    store
        .apply(&[Change::Image(facts("lake")), Change::Attempt(video("lake", "pan", 20))])
        .unwrap();
    mark(&store, of_image("lake"), MarkChange::Rating { rating: 4 });
    mark(&store, of_video("lake", "pan"), tag("best"));
    mark(&store, of_video("lake", "pan"), MarkChange::Note { note: "slideshow".into() });
    let kept = NamedFilter {
        name: "The best".into(),
        filter: filter(LibraryKind::Videos, &[(Field::Rating, &["5", "4"])]),
    };
    store.keep_filter(&kept).unwrap();
    let backup = place.folder.path().join("backup.db");
    store.back_up(&backup).unwrap();

    let other = Place::new();
    let restored = other.open();
    let backup = retake_store::Backup::read(&backup, &other.path, None).unwrap();
    restored.restore(&backup, &[]).unwrap();
    assert_eq!(restored.library_filters().unwrap(), [kept]);
    assert_eq!(shown(&restored, LibraryKind::Images, &[(Field::Rating, &["4"])]), ["lake"]);
    assert_eq!(shown(&restored, LibraryKind::Videos, &[(Field::Tag, &["best"])]), ["pan"]);
    assert_eq!(found(&restored, "slideshow"), ["lake"]);
    restored.forget(&Scope::All).unwrap();
    assert!(restored.library_filters().unwrap().is_empty(), "a filter may hold a prompt");
}

#[test]
fn k3_a_filter_is_kept_under_a_name_and_dropped() {
    let store = store();
    let kept = |value| NamedFilter {
        name: "The best".into(),
        filter: filter(LibraryKind::Videos, &[(Field::Rating, &[value])]),
    };
    store.keep_filter(&kept("5")).unwrap();
    store.keep_filter(&kept("4")).unwrap();
    assert_eq!(store.library_filters().unwrap(), [kept("4")]);
    store.drop_filter("The best").unwrap();
    assert!(store.library_filters().unwrap().is_empty());
}
