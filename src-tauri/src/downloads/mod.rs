//! What the page itself downloads: Grok's own button, a picture saved from the context menu. Each is
//! bounded, goes to the user's folder, is shown in the sidebar and can be cancelled (spec S3). Videos that
//! Retake saves by itself are `videos`'.
//!
//! | module | what it does |
//! | --- | --- |
//! | `policy` | S1: which may begin |
//! | `place` | S2: under which name it is kept |
//! | `linux` | what only WebKitGTK tells: how much has come, and a way to end it |
//!
//! Webviews that share a profile share their downloads on Linux, and the first one's handler decides
//! for all. So each webview is given the same, by Tauri's own `on_download`.

#[cfg(target_os = "linux")]
mod linux;
mod place;
mod policy;

#[cfg(target_os = "linux")]
pub(crate) use linux::{cancel, watch};

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Context as _;
use retake_protocol::download::{DownloadNumber, DownloadState, DownloadView};
use tauri::webview::DownloadEvent;

use crate::clock::Clock;
use crate::settings::SettingsStore;
use policy::Policy;

/// How many that have ended are still shown.
const MOST_ENDED: usize = 5;

/// Everything that the page downloads. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Downloads(Arc<Inner>);

struct Inner {
    clock: Arc<Clock>,
    settings: SettingsStore,
    list: Mutex<List>,
    changed: Box<dyn Fn(Vec<DownloadView>) + Send + Sync>,
}

#[derive(Default)]
struct List {
    policy: Policy,
    shown: Vec<DownloadView>,
    last_number: u32,
    under_way: Vec<UnderWay>,
}

/// A download that has begun.
#[derive(Clone, Debug)]
struct UnderWay {
    number: DownloadNumber,
    url: String,
    /// The file, which was not there before.
    path: PathBuf,
}

/// Tauri has no way to end a download that has begun.
#[cfg(not(target_os = "linux"))]
pub(crate) fn cancel(_app: &tauri::AppHandle, _number: DownloadNumber) -> anyhow::Result<()> {
    anyhow::bail!("this system's webview can't cancel a download")
}

impl Downloads {
    /// None yet; `changed` is called at each change.
    pub(crate) fn new(
        clock: Arc<Clock>,
        settings: SettingsStore,
        changed: impl Fn(Vec<DownloadView>) + Send + Sync + 'static,
    ) -> Self {
        let list = Mutex::default();
        Self(Arc::new(Inner { clock, settings, list, changed: Box::new(changed) }))
    }

    /// The user touched the page.
    pub(crate) fn user_acted(&self) {
        let now = self.0.clock.now();
        self.list().policy.user_acted(now);
    }

    /// What a webview says of a download that is not Retake's own; answers whether it goes on.
    pub(crate) fn take(&self, event: DownloadEvent<'_>) -> bool {
        match event {
            DownloadEvent::Requested { url, destination } => {
                let name = destination.file_name().unwrap_or_default().to_string_lossy();
                let begun = self.begin(url.as_str(), &name);
                begun.inspect(|path| destination.clone_from(path)).is_some()
            }
            DownloadEvent::Finished { url, success, .. } => {
                self.ended(url.as_str(), success);
                true
            }
            _ => true,
        }
    }

    /// The page begins a download under this name: where it goes; `None`: it must not.
    fn begin(&self, url: &str, name: &str) -> Option<PathBuf> {
        let now = self.0.clock.now();
        let mut list = self.list();
        let running = list.under_way.len();
        let placed = list.policy.admit(running, now).map_err(|refused| refused.to_string());
        let placed = placed.and_then(|()| self.place(name).map_err(|error| format!("{error:#}.")));
        list.last_number += 1;
        let number = DownloadNumber(list.last_number);
        let (state, path) = match placed {
            Ok(path) => (DownloadState::Running { bytes: 0, of: None }, Some(path)),
            Err(reason) => (DownloadState::Refused { reason }, None),
        };
        let file = path.as_deref().and_then(Path::file_name);
        let name = file.map_or_else(|| place::tidy(name), |file| file.to_string_lossy().into());
        // Those that are refused may come without end, and the log is on the user's disk.
        if path.is_some() {
            tracing::info!(name, "the page downloads a file");
        } else {
            tracing::debug!(name, ?state, "the page may not download a file");
        }
        list.shown.push(DownloadView { number, name, state });
        list.drop_old();
        if let Some(path) = &path {
            let (url, path) = (url.to_owned(), path.clone());
            list.under_way.push(UnderWay { number, url, path });
        }
        self.tell(list);
        path
    }

    /// So much has come of the one at this address.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only WebKitGTK reports it"))]
    fn progress(&self, url: &str, bytes: u64, of: Option<u64>) {
        let mut list = self.list();
        if let Some(number) = list.of_url(url).map(|one| one.number) {
            list.set(number, DownloadState::Running { bytes, of });
            self.tell(list);
        }
    }

    /// The one at this address is larger than may be; `false`: it is none of the page's.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only WebKitGTK reports it"))]
    fn too_large(&self, url: &str) -> bool {
        let mut list = self.list();
        let Some(number) = list.of_url(url).map(|one| one.number) else { return false };
        let limit = policy::MAX_BYTES / 1_000_000_000;
        let reason = format!("It is larger than {limit} GB, so it was cancelled.");
        list.set(number, DownloadState::Failed { reason });
        self.tell(list);
        true
    }

    fn ended(&self, url: &str, success: bool) {
        let mut list = self.list();
        let Some(UnderWay { number, path, .. }) = list.of_url(url).cloned() else { return };
        list.under_way.retain(|one| one.number != number);
        let state = if success {
            DownloadState::Saved { path: path.display().to_string() }
        } else {
            DownloadState::Failed { reason: "It broke off or was cancelled.".to_owned() }
        };
        list.set(number, state);
        self.tell(list);
    }

    /// The address of one that is under way.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "nothing can be cancelled"))]
    fn url_of(&self, number: DownloadNumber) -> Option<String> {
        self.list().under_way.iter().find(|one| one.number == number).map(|one| one.url.clone())
    }

    /// The user has seen how it ended.
    pub(crate) fn dismiss(&self, number: DownloadNumber) {
        let mut list = self.list();
        list.shown.retain(|one| one.number != number || one.state.is_running());
        self.tell(list);
    }

    /// The folder of a file that was saved.
    pub(crate) fn folder_of(&self, number: DownloadNumber) -> anyhow::Result<PathBuf> {
        let list = self.list();
        let saved = list.shown.iter().find(|one| one.number == number);
        let Some(DownloadView { state: DownloadState::Saved { path }, .. }) = saved else {
            anyhow::bail!("this file is not saved");
        };
        Ok(Path::new(path).parent().context("the file has no folder")?.to_owned())
    }

    fn place(&self, name: &str) -> anyhow::Result<PathBuf> {
        place::free(&place::folder(&self.0.settings.download_folder())?, name)
    }

    fn list(&self) -> MutexGuard<'_, List> {
        self.0.list.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, list: MutexGuard<'_, List>) {
        let shown = list.shown.clone();
        drop(list);
        (self.0.changed)(shown);
    }
}

impl List {
    fn of_url(&self, url: &str) -> Option<&UnderWay> {
        self.under_way.iter().find(|one| one.url == url)
    }

    /// An end is the end: what is cancelled for a reason also fails, in the webview's own words.
    fn set(&mut self, number: DownloadNumber, state: DownloadState) {
        let one = self.shown.iter_mut().find(|one| one.number == number);
        if let Some(one) = one.filter(|one| one.state.is_running()) {
            one.state = state;
        }
    }

    fn drop_old(&mut self) {
        let ended = |one: &DownloadView| !one.state.is_running();
        while self.shown.iter().filter(|one| ended(one)).count() > MOST_ENDED {
            let Some(oldest) = self.shown.iter().position(ended) else { break };
            self.shown.remove(oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use retake_store::Store;

    use super::*;
    use crate::settings::Overrides;

    fn downloads(folder: &Path) -> Downloads {
        let store = Store::in_memory().unwrap();
        let settings = SettingsStore::new(store, Overrides::default());
        settings.set("download_folder", folder.to_str().unwrap()).unwrap();
        Downloads::new(Arc::new(Clock::new()), settings, |_| {})
    }

    fn states(downloads: &Downloads) -> Vec<DownloadState> {
        downloads.list().shown.iter().map(|one| one.state.clone()).collect()
    }

    const URL: &str = "blob:https://grok.com/1";

    #[test]
    fn s3_a_download_is_shown_from_its_beginning_to_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let downloads = downloads(folder.path());
        downloads.user_acted();
        let mut destination = PathBuf::from("/somewhere/grok-video.mp4");
        let url: url::Url = URL.parse().unwrap();
        let event = DownloadEvent::Requested { url: url.clone(), destination: &mut destination };
        assert!(downloads.take(event));
        assert_eq!(destination, folder.path().join("grok-video.mp4"));
        downloads.progress(URL, 5, Some(10));
        assert_eq!(states(&downloads), [DownloadState::Running { bytes: 5, of: Some(10) }]);
        for success in [true, false] {
            downloads.take(DownloadEvent::Finished { url: url.clone(), path: None, success });
        }
        let saved = DownloadState::Saved { path: destination.display().to_string() };
        assert_eq!(states(&downloads), [saved], "an end is the end");
        let number = downloads.list().shown[0].number;
        assert_eq!(downloads.folder_of(number).unwrap(), folder.path());
        downloads.dismiss(number);
        assert!(states(&downloads).is_empty());
    }

    #[test]
    fn a_download_that_is_too_large_says_so_and_nothing_else_after_it() {
        let folder = tempfile::tempdir().unwrap();
        let downloads = downloads(folder.path());
        downloads.user_acted();
        assert!(!downloads.too_large(URL), "no download of the page's");
        downloads.begin(URL, "grok-video.mp4").unwrap();
        assert!(downloads.too_large(URL));
        downloads.ended(URL, false);
        let [DownloadState::Failed { reason }] = &states(&downloads)[..] else {
            panic!("one failure is shown");
        };
        assert!(reason.contains("larger than 2 GB"), "{reason}");
    }

    #[test]
    fn s1_a_download_that_nobody_asked_for_is_refused_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let downloads = downloads(folder.path());
        assert!(downloads.begin(URL, "grok.desktop").is_none());
        let [DownloadState::Refused { reason }] = &states(&downloads)[..] else {
            panic!("one refusal is shown");
        };
        assert!(reason.contains("without a click"), "{reason}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn s3_of_those_that_have_ended_only_the_last_few_are_shown() {
        let folder = tempfile::tempdir().unwrap();
        let downloads = downloads(folder.path());
        for _ in 0..20 {
            downloads.begin(URL, "a.mp4");
        }
        assert_eq!(states(&downloads).len(), MOST_ENDED);
    }
}
