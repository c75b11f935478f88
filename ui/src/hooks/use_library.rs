//! The library's items, asked for as they are about to be seen and kept current while the history changes.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use retake_protocol::library::{Facet, LibraryFilter, LibraryQuery};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::backend;
use crate::commands::Dispatcher;
use crate::hooks::use_turns::use_turns;
use crate::library::items::{CHUNK, Chunk, Items, Step};
use crate::library::layout::{Layout, Row};

/// How long the grid waits for more keys, or for more changes of what is stored, in ms.
const WAIT_MS: u32 = 150;
/// How long it waits while it is scrolled, in ms: what is only passed is not asked for.
const SCROLL_MS: u32 = 40;

/// The items that `filter` leaves; asked for again whenever `revision` changes.
#[hook]
pub fn use_days(
    filter: &LibraryFilter,
    revision: u32,
    dispatcher: &Dispatcher,
) -> UseReducerHandle<Items> {
    let items = use_reducer(Items::default);
    let (steps, dispatcher, turns) = (items.dispatcher(), dispatcher.clone(), use_turns());
    let is_first = items.filter.is_none();
    use_effect_with((filter.clone(), revision), move |(filter, _)| {
        let filter = filter.clone();
        let timeout = Timeout::new(if is_first { 0 } else { WAIT_MS }, move || {
            let asked = filter.clone();
            let question = async move { backend::library_days(&asked).await };
            turns.ask(&dispatcher, question, move |found| {
                steps.dispatch(Step::Days(filter, found.days));
            });
        });
        move || drop(timeout)
    });
    items
}

/// Asks for what is missing of `rows`.
#[hook]
pub fn use_chunks(
    items: &UseReducerHandle<Items>,
    layout: &Layout,
    rows: &[Row],
    dispatcher: &Dispatcher,
) {
    let asked = use_mut_ref(BTreeSet::<(u32, Chunk)>::new);
    let missing: BTreeSet<Chunk> = rows
        .iter()
        .filter_map(|row| match row {
            Row::Tiles { day, first, count, .. } => Some((*day, *first, *count)),
            Row::Heading { .. } => None,
        })
        .flat_map(|(day, first, count)| {
            let begin = layout.first_of(day);
            [first, first + count - 1].map(|index| items.missing(day, index - begin))
        })
        .flatten()
        .collect();
    let (items, dispatcher) = (items.clone(), dispatcher.clone());
    use_effect_with((missing, items.edition()), move |(missing, edition)| {
        let (missing, edition) = (missing.clone(), *edition);
        let timeout = (!missing.is_empty()).then(|| {
            Timeout::new(SCROLL_MS, move || {
                for chunk in missing {
                    if asked.borrow_mut().insert((edition, chunk)) {
                        ask(&items, chunk, &asked, &dispatcher);
                    }
                }
            })
        });
        move || drop(timeout)
    });
}

fn ask(
    items: &UseReducerHandle<Items>,
    chunk: Chunk,
    asked: &Rc<RefCell<BTreeSet<(u32, Chunk)>>>,
    dispatcher: &Dispatcher,
) {
    let Some(query) = query_of(items, chunk) else { return };
    let (steps, edition) = (items.dispatcher(), items.edition());
    let (asked, dispatcher) = (asked.clone(), dispatcher.clone());
    spawn_local(async move {
        match backend::library_page(&query).await {
            Ok(found) => steps.dispatch(Step::Chunk(edition, chunk, found)),
            Err(error) => {
                asked.borrow_mut().remove(&(edition, chunk));
                dispatcher.dispatch(error.into());
            }
        }
    });
}

/// The question for a chunk.
pub fn query_of(items: &Items, chunk: Chunk) -> Option<LibraryQuery> {
    let day = items.day_of(chunk)?;
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Some(LibraryQuery {
        filter: items.filter.clone()?,
        from: day.from,
        until: day.until,
        skip: number(chunk.number * CHUNK),
        limit: number(CHUNK),
    })
}

/// The values of each field with their counts, while they are wanted.
#[hook]
pub fn use_facets(
    filter: &LibraryFilter,
    revision: u32,
    is_wanted: bool,
    dispatcher: &Dispatcher,
) -> Vec<Facet> {
    let facets = use_state(Vec::<Facet>::new);
    let turns = use_turns();
    {
        let (facets, dispatcher) = (facets.clone(), dispatcher.clone());
        use_effect_with((filter.clone(), revision, is_wanted), move |(filter, _, is_wanted)| {
            let filter = filter.clone();
            let timeout = is_wanted.then(|| {
                Timeout::new(WAIT_MS, move || {
                    let question = async move { backend::library_facets(&filter).await };
                    turns.ask(&dispatcher, question, move |found| facets.set(found));
                })
            });
            move || drop(timeout)
        });
    }
    (*facets).clone()
}
