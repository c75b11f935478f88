//! The plans of the queries that the sidebar and the machine make: each must find its rows by an
//! index, so that it stays fast at a million attempts (spec D5). A plan is `SQLite`'s own word on it.

use std::path::Path;

use retake_protocol::history::{HistoryOrder, HistoryOutcome};
use retake_protocol::library::LibraryFilter;
use retake_protocol::{LibraryField, LibraryKind};
use rusqlite::params_from_iter;
use rusqlite::types::Null;

use crate::history::{Dates, Term, page_sql};
use crate::library::{self, Conditions};
use crate::search::words;
use crate::table::sessions;
use crate::table::{
    actions, attempt_aliases, attempts, extension_entries, images, kept_videos, log_lines, marks,
    posts, preferences, presses,
};
use crate::{connection, prompts, schema, statistics};

/// One line a step.
fn plan(sql: &str) -> Vec<String> {
    let mut connection = connection::open_in_memory().unwrap();
    schema::migrate(&mut connection, Path::new(":memory:")).unwrap();
    let explained = format!("EXPLAIN QUERY PLAN {sql}");
    let mut statement = connection.prepare(&explained).unwrap();
    let values = vec![Null; statement.parameter_count()];
    let steps = statement.query_map(params_from_iter(values), |row| row.get("detail")).unwrap();
    steps.map(Result::unwrap).collect()
}

/// What a plan calls a scan and yet reads only what it is after: a lookup in the search index, the values
/// that a filter chose, and
/// the indexes that hold nothing but active sessions or open actions.
const NARROW_SCANS: &[&str] = &[
    "SCAN search_index VIRTUAL TABLE",
    "SCAN sessions USING INDEX sessions_active",
    "SCAN actions USING INDEX actions_open",
    "SCAN images USING INDEX images_running",
    "SCAN kept_videos USING INDEX kept_videos_open",
    "SCAN kept_videos USING INDEX kept_videos_better",
    "SCAN presses USING COVERING INDEX presses_under_way",
    "SCAN json_each VIRTUAL TABLE",
    "SCAN c",
];

fn whole_tables_read(plan: &[String]) -> Vec<&String> {
    plan.iter()
        .filter(|step| step.contains("SCAN"))
        .filter(|step| !NARROW_SCANS.iter().any(|narrow| step.contains(narrow)))
        .collect()
}

macro_rules! finds_by_index {
    ($($name:ident: $sql:expr, $step:literal;)*) => {$(
        #[test]
        fn $name() {
            let plan = plan($sql);
            assert!(whole_tables_read(&plan).is_empty(), "a whole table is read: {plan:#?}");
            assert!(
                plan.iter().any(|step| step.contains($step)),
                "expected a step with {:?}, got {plan:#?}", $step
            );
        }
    )*};
}

const ORDERS: [(HistoryOrder, &str); 3] = [
    (HistoryOrder::Recent, "images USING INDEX images_by_activity"),
    (HistoryOrder::MostVideos, "images USING INDEX images_by_videos"),
    (HistoryOrder::BestRate, "images USING INDEX images_by_rate"),
];

const OUTCOMES: [Option<HistoryOutcome>; 6] = [
    None,
    Some(HistoryOutcome::Completed),
    Some(HistoryOutcome::WithoutVideo),
    Some(HistoryOutcome::Moderated),
    Some(HistoryOutcome::Failed),
    Some(HistoryOutcome::Resumable),
];

#[test]
fn d5_a_page_in_any_order_is_read_along_its_index() {
    let reading = || words("lake").into_iter().map(Term::Reading).collect::<Vec<_>>();
    for (order, step) in ORDERS {
        for outcome in OUTCOMES {
            for search in [Vec::new(), reading()] {
                for dates in [Dates::Any, Dates::Bounded] {
                    let plan = plan(&page_sql(order, outcome, &search, dates));
                    assert!(whole_tables_read(&plan).is_empty(), "{order:?}: {plan:#?}");
                    assert!(plan.iter().any(|found| found.contains(step)), "{order:?}: {plan:#?}");
                    assert!(!plan.iter().any(|step| step.contains("TEMP")), "sorted: {plan:#?}");
                }
            }
        }
    }
}

#[test]
fn d5_a_search_starts_from_what_matches() {
    let index = || words("lake").into_iter().map(Term::Index).collect::<Vec<_>>();
    for (order, _) in ORDERS {
        let plan = plan(&page_sql(order, None, &index(), Dates::Any));
        assert!(whole_tables_read(&plan).is_empty(), "{plan:#?}");
        for step in ["search_index VIRTUAL TABLE", "images USING INTEGER PRIMARY KEY"] {
            assert!(plan.iter().any(|found| found.contains(step)), "{step}: {plan:#?}");
        }
    }
}

#[test]
fn d5_the_running_images_are_a_handful() {
    for (order, _) in ORDERS {
        let running = Some(HistoryOutcome::Running);
        let plan = plan(&page_sql(order, running, &[], Dates::Any));
        let is_narrow = plan.iter().any(|step| step.contains("images USING INDEX images_running"));
        assert!(is_narrow && whole_tables_read(&plan).is_empty(), "{plan:#?}");
    }
}

#[test]
fn k1_a_page_of_the_library_is_read_along_its_index() {
    let words = || words("lake").into_iter().map(Term::Index).collect::<Vec<_>>();
    let grids = [
        (
            LibraryKind::Images,
            "images USING INDEX images_by_day",
            "images USING COVERING INDEX images_by_day",
        ),
        (
            LibraryKind::Videos,
            "attempts USING INDEX videos_by_day",
            "attempts USING COVERING INDEX videos_by_day",
        ),
    ];
    for (kind, by_index, covering) in grids {
        let has = |plan: &[String], step: &str| plan.iter().any(|found| found.contains(step));
        for field in [None, Some(LibraryField::Rating), Some(LibraryField::Saved)] {
            let values = vec!["5".to_owned()];
            let choices = field.map(|field| (field, values)).into_iter().collect();
            let filter = LibraryFilter { kind, choices, ..LibraryFilter::default() };
            let conditions = Conditions::of(&filter, None, &[]);
            let days = plan(&library::days_sql(&conditions));
            assert!(has(&days, covering) && !has(&days, "TEMP"), "{kind:?} {field:?}: {days:#?}");
            let page = plan(&library::page_sql(&conditions));
            let found = has(&page, by_index) || has(&page, covering);
            assert!(found && whole_tables_read(&page).is_empty(), "{kind:?} {field:?}: {page:#?}");
        }
        let filter = LibraryFilter { kind, ..LibraryFilter::default() };
        let searched = plan(&library::page_sql(&Conditions::of(&filter, None, &words())));
        let is_narrow = has(&searched, "search_index VIRTUAL TABLE");
        assert!(is_narrow && whole_tables_read(&searched).is_empty(), "{kind:?}: {searched:#?}");
    }
}

finds_by_index! {
    k3_what_is_marked_of_an_image: marks::OF_IMAGE, "images USING INDEX";
    k3_what_is_marked_of_a_video: marks::OF_VIDEO, "attempts USING INDEX";
    k3_what_is_marked_of_an_images_videos: marks::OF_VIDEOS, "attempts USING INDEX";
    a_card: images::CARD, "images USING INDEX";
    an_images_facts: images::FACTS, "images USING INDEX";
    an_images_preferences: preferences::READ, "preferences USING PRIMARY KEY";
    an_images_attempts: attempts::OF_IMAGE, "attempts USING INDEX";
    an_images_newest_attempts: attempts::NEWEST_OF_IMAGE, "SEARCH a USING INDEX";
    an_images_aliases: attempt_aliases::OF_IMAGE, "USING COVERING INDEX attempt_aliases_by_attempt";
    an_images_newest_sessions: sessions::NEWEST_OF_IMAGE, "sessions USING INDEX sessions_by_image";
    an_images_layers: attempts::LAYERS_OF_IMAGE, "attempts USING INDEX";
    an_images_newest_actions: actions::NEWEST_OF_IMAGE, "actions USING INDEX actions_by_image";
    an_images_posts: posts::OF_IMAGE, "posts USING INDEX posts_by_image";
    an_images_presses_under_way: presses::UNDER_WAY, "presses";
    images_with_a_press_under_way: presses::IMAGES_UNDER_WAY, "presses_under_way";
    c22_the_last_press_that_began_a_session: presses::LAST_THAT_BEGAN, "presses_by_begun_session";
    pictures_that_an_images_presses_named: presses::PICTURES, "presses_by_picture";
    a_sessions_log: log_lines::OF_SESSION, "log_lines USING INDEX log_lines_by_session";
    a_log_outside_of_sessions:
        log_lines::OUTSIDE_SESSIONS, "log_lines USING INDEX log_lines_by_image";
    b1_the_owner_by_alias: attempt_aliases::OWNER, "PRIMARY KEY (alias=?)";
    b1_the_owner_by_post: posts::OWNER, "posts USING INDEX";
    c8_the_last_click: actions::LAST_ANSWERED_CLICK, "actions_by_click";
    c8_the_last_unanswered_issue: actions::LAST_UNANSWERED_ISSUE, "actions_open";
    c14_active_sessions: sessions::ACTIVE, "sessions_active";
    c14_open_actions: actions::OPEN, "actions_open";
    c13_the_last_press: actions::LAST_PRESS_OF_SESSION, "actions_by_session";
    d3_a_day: statistics::DAY, "sessions USING INDEX sessions_by_start";
    e3_what_waits: extension_entries::WAITING,
        "extension_entries USING INDEX extension_entries_by_image (media_id=?)";
    e2_the_entries_of_an_image: extension_entries::OF_IMAGE,
        "extension_entries USING INDEX extension_entries_by_image";
    e2_the_session_of_an_images_entries: extension_entries::SESSION,
        "extension_sessions USING PRIMARY KEY";
    the_videos_still_to_be_saved: kept_videos::OPEN, "kept_videos USING INDEX kept_videos_open";
    n9_the_better_files_still_to_be_fetched:
        kept_videos::OPEN_REPLACEMENTS, "kept_videos USING INDEX kept_videos_better";
    n9_the_videos_of_an_image_that_have_other_files: kept_videos::REPLACEABLE, "SEARCH k USING INDEX";
    the_new_videos_of_an_image: kept_videos::NEW_OF_IMAGE, "SEARCH k USING COVERING INDEX";
    where_a_video_comes_from: kept_videos::SOURCE, "SEARCH k USING INDEX";
    d6_the_log_of_an_image: log_lines::OF_IMAGE, "log_lines USING INDEX log_lines_by_image";
    d6_the_actions_of_an_image: actions::OF_IMAGE, "actions USING INDEX actions_by_image";
    d6_the_sessions_of_an_image: sessions::OF_IMAGE, "sessions USING INDEX sessions_by_image";
}

#[test]
fn m8_the_pace_is_that_of_the_newest_sessions_alone() {
    // As below: the others are not read.
    assert_eq!(plan(statistics::ENDED), ["SCAN sessions USING INDEX sessions_by_start"]);
    assert!(statistics::ENDED.contains("LIMIT 100"));
}

#[test]
fn d3_the_prompts_are_those_of_the_newest_sessions_alone() {
    // By their index and with a limit: the others are not read.
    let plan = plan(prompts::LIST);
    let is_by_start = |step: &String| step.contains("SCAN sessions USING INDEX sessions_by_start");
    assert!(plan.iter().any(is_by_start), "{plan:#?}");
    assert!(prompts::LIST.contains("LIMIT 2000"));
}
