//! Search over prompts and ids (spec D5): all words that were typed, in any order.

use retake_protocol::Prompt;
use retake_protocol::history::HistoryQuery;
use retake_session::record::{AttemptRecord, Change, ImageFacts, SessionRecord};
use retake_store::Store;

use crate::support::*;

/// One image, listed, with this as its prompt.
fn image_with_prompt(image: &str, prompt: &str) -> Vec<Change> {
    let prompt = Some(Prompt::new(prompt));
    vec![
        Change::Image(ImageFacts { original_prompt: None, prompt, ..facts(image) }),
        Change::Session(SessionRecord {
            prompt: Prompt::default(),
            ..session(image, i64::try_from(image.len()).unwrap())
        }),
    ]
}

#[test]
fn d5_every_prompt_and_every_id_of_an_image_finds_it() {
    let store = Store::in_memory().unwrap();
    store.apply(&listed_image("other", 5)).unwrap();
    store
        .apply(&[
            Change::Image(ImageFacts {
                original_prompt: Some(Prompt::new("harbour in fog")),
                prompt: Some(Prompt::new("sailing boats")),
                ..facts("8f14e45f-ceea-467f")
            }),
            Change::Attempt(AttemptRecord {
                prompt: Some(Prompt::new("the tide comes in")),
                aliases: vec![attempt_id("c9f0f895"), attempt_id("45c48cce")],
                ..attempt("8f14e45f-ceea-467f", "c9f0f895")
            }),
            Change::Session(SessionRecord {
                prompt: Prompt::new("gulls fly over"),
                ..session("8f14e45f-ceea-467f", 1)
            }),
            post_of("8f14e45f-ceea-467f", "d3d94468"),
        ])
        .unwrap();
    for search in [
        "harbour",
        "sailing",
        "tide comes",
        "gulls",
        "8f14e45f-ceea-467f",
        "ceea",
        "c9f0f895",
        "45c4",
        "d94468",
        "HARBOUR IN",
        "  fog ",
        "tide harbour",
        "fog  sailing gulls",
        "\"gulls fly\" boats",
        "fo",
        "g",
    ] {
        assert_eq!(found(&store, search), ["8f14e45f-ceea-467f"], "{search:?}");
    }
    for search in
        ["harbour mountains", "\"harbour tide\"", "mountains", "zz", "8f14e45f-ceea-467f-"]
    {
        assert_eq!(found(&store, search), Vec::<String>::new(), "{search:?}");
    }
}

#[test]
fn d5_special_characters_are_taken_as_they_are_typed() {
    let prompts = [
        r#"a "quoted" lake"#,
        "100% of_a\\lake",
        "it's (a OR b) AND NOT c*",
        "col:umn ^start -minus +plus",
        "🦊🦊🦊 in the snow",
        "湖の夜明け",
        "Ärger über Öl",
    ];
    let store = Store::in_memory().unwrap();
    for (number, prompt) in (1..).zip(prompts) {
        store.apply(&image_with_prompt(&"x".repeat(number), prompt)).unwrap();
    }
    for (number, prompt) in (1..).zip(prompts) {
        let image = "x".repeat(number);
        assert_eq!(found(&store, prompt), [image.as_str()], "{prompt:?} whole");
        let characters: Vec<char> = prompt.chars().collect();
        for part in characters.windows(5).chain(characters.windows(3)) {
            let part: String = part.iter().collect();
            assert!(found(&store, &part).contains(&image), "{part:?} of {prompt:?}");
        }
    }
    for (search, image) in [("\"q", "x"), ("%", "xx"), ("_", "xx"), ("\\", "xx"), ("🦊", "xxxxx")]
    {
        assert_eq!(found(&store, search), [image], "{search:?}");
    }
    assert_eq!(found(&store, "夜明"), ["xxxxxx"]);
    assert_eq!(found(&store, "ÄRGER ÜBER"), ["xxxxxxx"], "whatever its case");
}

#[test]
fn d5_no_search_text_is_an_error() {
    let store = Store::in_memory().unwrap();
    store.apply(&listed_image("lake", 10)).unwrap();
    let long = "a mountain lake ".repeat(5_000);
    for search in [
        "\"",
        "\"\"",
        "\"\"\"",
        "'",
        "''';--",
        "%%%",
        "___",
        "\\",
        "\\\\\\",
        "*",
        "***",
        "a*b",
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "^^^",
        "col:",
        "{a b}",
        "(((",
        "\0",
        "a\0b\0c\0d",
        "\n\t\r\n",
        "\u{feff}\u{200d}x",
        "👩‍👩‍👧",
        &long,
    ] {
        for limit in [1, 200] {
            let query = HistoryQuery {
                search: search.to_owned(),
                after: None,
                limit,
                ..HistoryQuery::default()
            };
            store.history_page(&query).unwrap_or_else(|error| panic!("{search:?}: {error:?}"));
        }
    }
}

#[test]
fn d5_a_search_is_paged_like_the_list() {
    let store = Store::in_memory().unwrap();
    for number in 0..10 {
        store.apply(&listed_image(&format!("lake-{number}"), number)).unwrap();
        store.apply(&listed_image(&format!("hill-{number}"), number)).unwrap();
    }
    for search in ["lake-", "e-"] {
        let mut query = HistoryQuery {
            search: search.to_owned(),
            after: None,
            limit: 4,
            ..HistoryQuery::default()
        };
        let mut sizes = Vec::new();
        loop {
            let page = store.history_page(&query).unwrap();
            sizes.push(page.cards.len());
            assert!(page.cards.iter().all(|card| card.media_id.as_str().starts_with("lake-")));
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        assert_eq!(sizes, [4, 4, 2], "{search:?}");
    }
}

#[test]
fn a_text_that_no_row_holds_any_more_finds_nothing() {
    let store = Store::in_memory().unwrap();
    let with_prompt = |id: &str, prompt: Option<&str>| {
        let prompt = prompt.map(Prompt::new);
        Change::Attempt(AttemptRecord { prompt, ..attempt("lake", id) })
    };
    store
        .apply(&[
            Change::Image(facts("lake")),
            with_prompt("one", Some("wide shot")),
            with_prompt("two", Some("wide shot")),
        ])
        .unwrap();
    store.apply(&[with_prompt("one", Some("close shot"))]).unwrap();
    assert_eq!(found(&store, "wide shot"), ["lake"], "the other attempt still holds it");
    assert_eq!(found(&store, "close shot"), ["lake"]);

    store.apply(&[with_prompt("two", None)]).unwrap();
    assert_eq!(found(&store, "wide shot"), Vec::<String>::new());
}

/// More matches than the index is asked for: the list is read along instead, and finds the same.
#[test]
fn d5_a_search_that_matches_very_much_finds_the_same() {
    let store = Store::in_memory().unwrap();
    let changes = (0..2_100).flat_map(|number| {
        let image = format!("image-{number:04}");
        let prompt = Some(Prompt::new(format!("a \"100%\" calm_lake {number:04}")));
        let mut changes = listed_image(&image, number);
        changes[0] = Change::Image(ImageFacts { prompt, ..facts(&image) });
        changes
    });
    store.apply(&changes.collect::<Vec<_>>()).unwrap();
    for search in ["\"100%\" calm_lake", "CALM_", "100%\""] {
        assert_eq!(found(&store, search).len(), 200, "{search:?}: a page full");
        assert_eq!(found(&store, search)[0], "image-2099", "{search:?}: the last active first");
    }
    assert!(found(&store, "calm-lake").is_empty(), "an underscore is one");
    assert_eq!(found(&store, "calm_lake 0042"), ["image-0042"]);
}

#[test]
fn d5_words_are_found_in_any_order_and_without_case_and_accents() {
    let store = Store::in_memory().unwrap();
    for (number, prompt) in
        (1..).zip(["red fox in fresh snow", "Übermütige Füchse", "mountain lake", "café at dawn"])
    {
        store.apply(&image_with_prompt(&"x".repeat(number), prompt)).unwrap();
    }
    for (search, image) in [
        ("fox snow", "x"),
        ("snow fox", "x"),
        ("red snow", "x"),
        ("\"fresh snow\"", "x"),
        ("ubermutige", "xx"),
        ("ÜBERMÜTIGE fuchse", "xx"),
        ("mountain  lake", "xxx"),
        ("cafe", "xxxx"),
        ("CAFÉ", "xxxx"),
        ("at", "xxxx"),
        ("fé", "xxxx"),
    ] {
        assert!(found(&store, search).contains(&image.to_owned()), "{search:?}");
    }
    assert!(found(&store, "\"snow fresh\"").is_empty(), "a phrase is one");
    assert!(found(&store, "fox lake").is_empty(), "all words, and of one image");
}
