//! Small pictures of images and videos (spec D2): which are missing, asking the page for one at a
//! time, and giving those that are kept to the sidebar. Making them small is the page script's.
//!
//! The page is not trusted: what it hands over must be the answer to the question that is open, a
//! JPEG or WebP, and small.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use percent_encoding::percent_decode_str;
use retake_protocol::MediaId;
use retake_store::Store;
use tauri::http::{Request, Response, StatusCode};
use url::Url;

use crate::clock::Clock;
use crate::grok_url::GrokUrl;
use crate::media_address;
use crate::settings::SettingsStore;

/// The scheme that the sidebar shows them by: `picture://localhost/<media_id>/<key>`.
pub(crate) const SCHEME: &str = "picture";

/// The largest picture taken, in bytes.
const MOST_BYTES: usize = 192 * 1024;

/// All pictures together, in bytes.
const BUDGET: i64 = 1_000_000_000;

/// How long the page may take for one.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);

/// How many pictures of an image are asked for after one change of it.
const AT_ONCE: u32 = 40;

/// How often one picture is asked for at once, when the page reloads or is silent.
const ASKED_AT_MOST: u32 = 3;

/// How often the page may say that it could not have a picture, before it is asked no more in this run.
const MOST_FAILURES: u32 = 3;

/// One picture to fetch, as the page is asked for it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Wanted {
    /// To be answered with.
    pub(crate) number: u32,
    /// At one of Grok's own media hosts.
    pub(crate) url: Url,
}

/// Asks the page; an error means that there is none.
pub(crate) type Ask = Box<dyn Fn(&Wanted) -> anyhow::Result<()> + Send>;

/// Hears of an image that has one more picture.
pub(crate) type Tell = Box<dyn Fn(&MediaId) + Send>;

/// How everything else reaches the pictures. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Pictures {
    changed: Sender<MediaId>,
    open: Arc<Mutex<Option<Open>>>,
}

/// The question that is open.
struct Open {
    number: u32,
    answer: Sender<Answer>,
}

/// The outcome of a question.
enum Answer {
    Picture(Vec<u8>),
    /// The page could not have it.
    None,
    /// The page that was asked is gone, or silent.
    Lost,
}

/// What pictures are kept by.
pub(crate) struct Dependencies {
    pub(crate) store: Store,
    pub(crate) clock: Arc<Clock>,
    pub(crate) settings: SettingsStore,
    pub(crate) grok: GrokUrl,
}

/// How pictures reach the page and the sidebar.
pub(crate) struct Callbacks {
    pub(crate) ask: Ask,
    pub(crate) tell: Tell,
}

impl Pictures {
    /// Starts the thread that fetches what is missing.
    pub(crate) fn start(dependencies: Dependencies, callbacks: Callbacks) -> anyhow::Result<Self> {
        let Dependencies { store, clock, settings, grok } = dependencies;
        let Callbacks { ask, tell } = callbacks;
        let (sender, changes) = channel();
        let open = Arc::new(Mutex::new(None));
        let fetching = Fetching {
            store,
            clock,
            settings,
            grok,
            ask,
            tell,
            open: Arc::clone(&open),
            number: 0,
            failures: HashMap::new(),
        };
        std::thread::Builder::new()
            .name("pictures".into())
            .spawn(move || fetching.run(&changes))
            .context("starting the thread that fetches pictures")?;
        Ok(Self { changed: sender, open })
    }

    /// Something of this image was stored: perhaps it has pictures that are not kept yet.
    pub(crate) fn image_changed(&self, media_id: &MediaId) {
        // Without the thread there are no pictures, and nothing else is missing.
        let _ = self.changed.send(media_id.clone());
    }

    /// The page's answer; `None`: it could not have the picture. What was not asked for is dropped.
    pub(crate) fn answered(&self, number: u32, base64: Option<&str>) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.as_ref().is_some_and(|open| open.number == number)
            && let Some(Open { answer, .. }) = open.take()
        {
            let bytes = base64.and_then(|text| BASE64_STANDARD.decode(text).ok());
            let picture = bytes.filter(|bytes| is_picture(bytes));
            let _ = answer.send(picture.map_or(Answer::None, Answer::Picture));
        }
    }

    /// The page is another document now: what the one before was asked for, it answers no more.
    pub(crate) fn page_loaded(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Open { answer, .. }) = open.take() {
            let _ = answer.send(Answer::Lost);
        }
    }
}

/// By its first bytes; whether the rest is sound is the sidebar's image decoder's to find out.
fn is_picture(bytes: &[u8]) -> bool {
    bytes.len() <= MOST_BYTES && mime_of(bytes).is_some()
}

fn mime_of(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return Some("image/jpeg");
    }
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    is_webp.then_some("image/webp")
}

struct Fetching {
    store: Store,
    clock: Arc<Clock>,
    settings: SettingsStore,
    ask: Ask,
    tell: Tell,
    open: Arc<Mutex<Option<Open>>>,
    number: u32,
    grok: GrokUrl,
    /// How often the page could not have it, in this run.
    failures: HashMap<(MediaId, String), u32>,
}

impl Fetching {
    fn run(mut self, changes: &Receiver<MediaId>) {
        while let Ok(media_id) = changes.recv() {
            // One event brings several changes of an image, often.
            let mut waiting: Vec<MediaId> = changes.try_iter().collect();
            waiting.insert(0, media_id);
            waiting.dedup();
            if self.settings.keeps_pictures() {
                for media_id in waiting {
                    self.fetch_missing(&media_id);
                }
            }
        }
    }

    fn fetch_missing(&mut self, media_id: &MediaId) {
        let missing = self.store.missing_pictures(media_id, AT_ONCE).unwrap_or_else(|error| {
            tracing::warn!("the missing pictures can't be listed: {error}");
            Vec::new()
        });
        for (key, address) in missing {
            let place = (media_id.clone(), key);
            if self.failures.get(&place).is_some_and(|count| *count >= MOST_FAILURES) {
                continue;
            }
            // Only Grok's own media hosts are ever asked.
            let Some(url) = media_address::resolve(&self.grok, &address) else { continue };
            let bytes = match self.fetch(&url) {
                Answer::Picture(bytes) => bytes,
                Answer::None => {
                    *self.failures.entry(place).or_default() += 1;
                    continue;
                }
                // It is asked for again with the image's next change.
                Answer::Lost => continue,
            };
            let (media_id, key) = place;
            let now = self.clock.now();
            match self.store.put_picture(&media_id, &key, &bytes, now, BUDGET) {
                Ok(()) => (self.tell)(&media_id),
                Err(error) => tracing::warn!("a picture was not kept: {error}"),
            }
        }
    }

    fn fetch(&mut self, url: &Url) -> Answer {
        for _ in 0..ASKED_AT_MOST {
            match self.ask(url.clone()) {
                Answer::Lost => {}
                answer => return answer,
            }
        }
        Answer::Lost
    }

    fn ask(&mut self, url: Url) -> Answer {
        self.number = self.number.wrapping_add(1);
        let (answer, answered) = channel();
        let wanted = Wanted { number: self.number, url };
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Open { number: self.number, answer });
        if let Err(error) = (self.ask)(&wanted) {
            tracing::debug!("the page was not asked for a picture: {error:#}");
            return Answer::None;
        }
        answered.recv_timeout(ANSWER_WITHIN).unwrap_or(Answer::Lost)
    }
}

/// Answers the sidebar's request for a picture.
pub(crate) fn serve(store: &Store, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let answer = |status: StatusCode, mime: &str, bytes: Vec<u8>| {
        Response::builder()
            .status(status)
            .header("Content-Type", mime)
            .header("X-Content-Type-Options", "nosniff")
            .body(bytes)
            .unwrap_or_default()
    };
    let found = place_of(request.uri().path())
        .and_then(|(media_id, key)| store.picture(&media_id, &key).ok().flatten());
    match found {
        Some(bytes) => {
            let mime = mime_of(&bytes).unwrap_or("application/octet-stream");
            answer(StatusCode::OK, mime, bytes)
        }
        None => answer(StatusCode::NOT_FOUND, "text/plain", Vec::new()),
    }
}

/// `/<media_id>/<key>`, each percent-encoded.
pub(crate) fn place_of(path: &str) -> Option<(MediaId, String)> {
    let (media_id, key) = path.strip_prefix('/')?.split_once('/')?;
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().ok().map(String::from);
    Some((MediaId::new(decoded(media_id)?)?, decoded(key)?))
}

#[cfg(test)]
mod tests {
    use retake_protocol::observer::FullSnapshot;
    use retake_store::OF_IMAGE;

    use super::*;
    use crate::settings::Overrides;

    const JPEG: [u8; 5] = [0xff, 0xd8, 0xff, 0xe0, 1];

    /// A store with one image that has a picture, and one attempt without.
    fn store() -> (Store, MediaId) {
        store_with_picture_at("/lake.jpg")
    }

    fn store_with_picture_at(address: &str) -> (Store, MediaId) {
        let store = Store::in_memory().unwrap();
        let settings = retake_engine::Settings::default();
        let mut engine = retake_engine::Engine::open(store.clone(), settings, 0).unwrap();
        let text = serde_json::json!({ "state": {
            "videoByMediaId": { "lake": [{ "id": "v" }] },
            "imageByMediaId": { "lake": [{ "id": "lake", "mediaUrl": address }] },
        }});
        let whole = FullSnapshot::of_session(1, Some(text.to_string()));
        engine.handle(retake_engine::Input::FullSnapshot(whole), 1).unwrap();
        (store, MediaId::new("lake").unwrap())
    }

    fn started(store: &Store) -> (Pictures, Receiver<Wanted>) {
        let (asked, page_requests) = channel();
        let keeper = SettingsStore::new(store.clone(), Overrides::default());
        let ask = Box::new(move |wanted: &Wanted| Ok(asked.send(wanted.clone())?));
        let clock = Arc::new(Clock::new());
        let tell = Box::new(|_: &MediaId| {});
        let grok = "http://127.0.0.1:4000".parse().unwrap();
        let dependencies = Dependencies { store: store.clone(), clock, settings: keeper, grok };
        let pictures = Pictures::start(dependencies, Callbacks { ask, tell });
        (pictures.unwrap(), page_requests)
    }

    fn served(store: &Store, path: &str) -> (StatusCode, Vec<u8>) {
        let request = Request::builder().uri(format!("picture://localhost{path}"));
        let response = serve(store, &request.body(Vec::new()).unwrap());
        (response.status(), response.into_body())
    }

    #[test]
    fn d2_a_missing_picture_is_asked_for_once_and_then_served() {
        let (store, media_id) = store();
        let (pictures, page_requests) = started(&store);
        pictures.image_changed(&media_id);
        let wanted = page_requests.recv().unwrap();
        assert_eq!(wanted.url.as_str(), "http://127.0.0.1:4000/lake.jpg");
        pictures.answered(wanted.number + 1, Some("AAAA"));
        pictures.answered(wanted.number, Some(&BASE64_STANDARD.encode(JPEG)));
        while store.picture(&media_id, OF_IMAGE).unwrap().is_none() {
            std::thread::yield_now();
        }
        assert_eq!(served(&store, "/lake/image"), (StatusCode::OK, JPEG.to_vec()));
        assert_eq!(served(&store, "/lake/v").0, StatusCode::NOT_FOUND);
        assert_eq!(served(&store, "/").0, StatusCode::NOT_FOUND);
    }

    #[test]
    fn d2_a_picture_is_asked_for_again_when_the_page_loads_again() {
        let (store, media_id) = store();
        let (pictures, page_requests) = started(&store);
        pictures.image_changed(&media_id);
        let lost = page_requests.recv().unwrap();
        pictures.page_loaded();
        let again = page_requests.recv().unwrap();
        assert_eq!(again.url, lost.url);
        pictures.answered(lost.number, None);
        pictures.answered(again.number, Some(&BASE64_STANDARD.encode(JPEG)));
        while store.picture(&media_id, OF_IMAGE).unwrap().is_none() {
            std::thread::yield_now();
        }
    }

    #[test]
    fn d2_a_picture_that_the_page_could_not_have_is_asked_for_at_three_changes() {
        let (store, media_id) = store();
        let (pictures, page_requests) = started(&store);
        for _ in 0..3 {
            pictures.image_changed(&media_id);
            pictures.answered(page_requests.recv().unwrap().number, None);
        }
        pictures.image_changed(&media_id);
        drop(pictures);
        assert_eq!(page_requests.recv().ok(), None);
    }

    #[test]
    fn a_picture_at_a_strangers_host_is_not_asked_for() {
        for stranger in
            ["http://127.0.0.1:4001/lake.jpg", "https://example.com/x", "//evil.example/x"]
        {
            let (store, media_id) = store_with_picture_at(stranger);
            let (pictures, page_requests) = started(&store);
            pictures.image_changed(&media_id);
            // The thread ends when nobody can tell it of changes; then it has asked all that it asks.
            drop(pictures);
            assert_eq!(page_requests.recv().ok(), None, "{stranger}");
        }
    }

    #[test]
    fn d2_only_small_pictures_are_taken() {
        assert!(is_picture(&JPEG));
        assert!(is_picture(b"RIFF\0\0\0\0WEBPVP8 "));
        let mut large = JPEG.to_vec();
        large.resize(MOST_BYTES + 1, 0);
        for bytes in [&b"<svg onload='x()'>"[..], b"GIF89a", b"", &large] {
            assert!(!is_picture(bytes), "{} bytes", bytes.len());
        }
    }
}
