//! Exports to files and imports from them (spec D6, E): which file, and what is said afterwards. The
//! forms are `retake-engine`'s, what joins how is `retake_session::merging`'s.

use std::io::{BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context as _, ensure};
use retake_engine::maintenance::{EntryStatus, KeyReport, KeyStatus, Maintenance, Outcome};
use retake_engine::transfer::{self, Form};
use retake_engine::{Engine, Settings};
use retake_grok::extension::is_extension_file;
use retake_locale::plurals::english;
use retake_locale::{Text, text};
use retake_protocol::Millis;
use retake_protocol::prompts::KeptPrompt;
use retake_store::{Scope, Store};
use tempfile::NamedTempFile;

use crate::clock::Clock;
use crate::command_line::{ExportOptions, ImportOptions};
use crate::data_folder::DataFolder;
use crate::maintenance::existing;
use crate::{single_instance, terminal, text_file};

/// The longest file of the extension's or of prompts, in bytes: a browser keeps 10 MB of a page at most.
const MOST_BYTES_WHOLE: usize = 32_000_000;

/// How many differences and waiting keys are named one by one.
const MOST_NAMED: usize = 20;

/// `retake export`. Works while the app runs.
pub(crate) fn export(options: &ExportOptions) -> anyhow::Result<()> {
    let database = existing(&DataFolder::open(options.data_dir.as_deref())?)?;
    let which = Scope::from(options.media_id.clone());
    let images = export_to(&Store::open_read_only(&database)?, &which, &options.file)?;
    let done =
        text::exported_images(text::images_count(images), options.file.display().to_string());
    terminal::say(&english().say(&done))
}

/// Writes an export to `file`, which must not exist; its ending says in which form. A file of that
/// name is always a whole one. Answers of how many images it is.
pub(crate) fn export_to(store: &Store, which: &Scope, file: &Path) -> anyhow::Result<u32> {
    let form = form_of(file)?;
    let writing = || format!("writing the export {}", file.display());
    let partial = NamedTempFile::new_in(folder_of(file)).with_context(writing)?;
    let sheet = BufWriter::new(partial.reopen().with_context(writing)?);
    let nothing = match which {
        Scope::Image(media_id) => format!("there is no image {media_id} in the history"),
        Scope::All => "the history is empty".to_owned(),
    };
    let images = transfer::export(store, which, form, sheet).with_context(writing)?;
    ensure!(images > 0, "{nothing}: nothing was exported");
    partial.as_file().sync_all().with_context(writing)?;
    partial.persist_noclobber(file).map_err(|error| error.error).with_context(|| {
        format!("{}: is there a file of that name? It is not replaced; name another", writing())
    })?;
    Ok(images)
}

fn form_of(file: &Path) -> anyhow::Result<Form> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("json") => Ok(Form::Json),
        Some("csv") => Ok(Form::Csv),
        _ => anyhow::bail!(
            "{} ends neither in .json nor in .csv: end it in .json for what can be imported \
             again, in .csv for a spreadsheet",
            file.display()
        ),
    }
}

/// `retake import`: an export of Retake's, or what the browser extension left.
pub(crate) fn import(options: &ImportOptions) -> anyhow::Result<()> {
    let file = options.file.display();
    let text = text_file::read(&options.file)?;
    let work = work_of(text).with_context(|| format!("importing {file}"))?;
    let folder = DataFolder::open(options.data_dir.as_deref())?;
    let _alone = single_instance::hold(&folder)?;
    let store = Store::open(&folder.database())?;
    let now = Clock::new().now();
    let work = match work {
        Work::History(work) => work,
        Work::Prompts(prompts) => {
            return terminal::say(&english().say(&keep_all(&store, &prompts, now)?));
        }
    };
    let outcome =
        Engine::open(store, Settings::default(), now)?.run_maintenance(work, now)?.outcome;
    if let Outcome::Refused(reason) = &outcome {
        anyhow::bail!("importing {file}: {reason}");
    }
    let english = english();
    for line in in_words(&outcome).iter().map(|line| english.say(line)) {
        terminal::say(&line)?;
    }
    Ok(())
}

/// What a file asks for.
pub(crate) enum Work {
    /// That something is done with the history.
    History(Maintenance),
    /// That prompts are kept.
    Prompts(Vec<KeptPrompt>),
}

/// What a file asks for, by what is in it.
pub(crate) fn work_of(text: String) -> anyhow::Result<Work> {
    // The other two are read whole, and many times their size in memory then.
    if text.len() <= MOST_BYTES_WHOLE && !transfer::is_export(&text) {
        if is_extension_file(&text) {
            return Ok(Work::History(Maintenance::ImportExtension(text)));
        }
        if transfer::is_prompts_file(&text) {
            return Ok(Work::Prompts(transfer::read_prompts(&text)?));
        }
    }
    Ok(Work::History(Maintenance::Import(transfer::read(text)?)))
}

/// Keeps the prompts of a file, and says how many.
pub(crate) fn keep_all(store: &Store, prompts: &[KeptPrompt], now: Millis) -> anyhow::Result<Text> {
    store.keep_prompts(prompts, now)?;
    Ok(text::prompts_kept(prompts.len()))
}

/// Writes the prompts that the user keeps to `file`, which is not there yet.
pub(crate) fn export_prompts_to(store: &Store, file: &Path) -> anyhow::Result<u32> {
    let prompts = store.kept_prompts()?;
    ensure!(!prompts.is_empty(), "no prompt is kept: keep one first, with the star beside it");
    let number = u32::try_from(prompts.len()).unwrap_or(u32::MAX);
    write_new(file, transfer::prompts_file(prompts)?.as_bytes())?;
    Ok(number)
}

/// Writes a file that is a whole one as soon as it has its name, and replaces none.
fn write_new(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let writing = || format!("writing {}", file.display());
    let mut partial = NamedTempFile::new_in(folder_of(file)).with_context(writing)?;
    partial.write_all(bytes).with_context(writing)?;
    partial.as_file().sync_all().with_context(writing)?;
    partial.persist_noclobber(file).map_err(|error| error.error).with_context(writing)?;
    Ok(())
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// The outcome of maintenance, one sentence a line; the first one sums up.
pub(crate) fn in_words(outcome: &Outcome) -> Vec<Text> {
    match outcome {
        Outcome::Imported(tally) => {
            let mut lines = vec![text::imported(
                text::images_count(tally.new_images),
                text::sessions_count(tally.new_sessions),
                text::attempts_count(tally.new_attempts),
            )];
            lines.extend(first_ones(&tally.differences));
            lines
        }
        Outcome::Forgotten(images) => {
            vec![text::forgotten(*images)]
        }
        Outcome::Restored => vec![text::restored()],
        Outcome::ExtensionImported(report) => keys_in_words(report),
        Outcome::Refused(reason) => vec![reason.as_str().into()],
    }
}

fn keys_in_words(report: &[KeyReport]) -> Vec<Text> {
    let of = |is_one: fn(&KeyStatus) -> bool| -> Vec<String> {
        report.iter().filter(|key| is_one(&key.outcome)).map(|key| key.key.clone()).collect()
    };
    let taken = of(|outcome| matches!(outcome, KeyStatus::Kept(EntryStatus::Taken(_))));
    let waiting = of(|outcome| matches!(outcome, KeyStatus::Kept(EntryStatus::Waits)));
    let unchanged = of(|outcome| matches!(outcome, KeyStatus::Kept(EntryStatus::Unchanged)));
    let mut lines = vec![text::taken_over(taken.len(), unchanged.len(), waiting.len())];
    if !waiting.is_empty() {
        lines.push(text::taken_over_waits());
        lines.extend(first_ones(&waiting));
    }
    let malformed = report.iter().filter_map(|key| match &key.outcome {
        KeyStatus::Malformed(problem) => Some(format!("{}: {problem}", key.key)),
        KeyStatus::Kept(_) => None,
    });
    lines.extend(first_ones(&malformed.collect::<Vec<_>>()));
    lines
}

fn first_ones(lines: &[String]) -> Vec<Text> {
    let mut first: Vec<_> =
        lines.iter().take(MOST_NAMED).map(|line| format!("- {line}").into()).collect();
    if lines.len() > MOST_NAMED {
        first.push(text::and_more(lines.len() - MOST_NAMED));
    }
    first
}

#[cfg(test)]
mod tests {
    use std::fs;

    use retake_engine::Input;
    use retake_protocol::observer::{FullSnapshot, Signal};
    use tempfile::TempDir;

    use super::*;

    /// A data folder in which the image `media_id` had one attempt.
    fn history(media_id: &str) -> TempDir {
        let place = TempDir::new().unwrap();
        let folder = DataFolder::open(Some(place.path())).unwrap();
        let store = Store::open(&folder.database()).unwrap();
        let mut engine = Engine::open(store, Settings::default(), 0).unwrap();
        let path = format!("/imagine/post/{media_id}");
        engine.handle(Input::Signal(Signal::Route { path, conversation: None }), 1).unwrap();
        let text = format!(r#"{{"state":{{"videoByMediaId":{{"{media_id}":[{{"id":"v"}}]}}}}}}"#);
        engine.handle(Input::FullSnapshot(FullSnapshot::of_session(1, Some(text))), 1).unwrap();
        place
    }

    fn export_from(place: &TempDir, name: &str) -> anyhow::Result<std::path::PathBuf> {
        let file = place.path().join(name);
        let data_dir = Some(place.path().to_owned());
        export(&ExportOptions { file: file.clone(), media_id: None, data_dir })?;
        Ok(file)
    }

    fn import_to(place: &TempDir, file: &Path) -> anyhow::Result<()> {
        let data_dir = Some(place.path().to_owned());
        import(&ImportOptions { file: file.to_owned(), data_dir })
    }

    #[test]
    fn d6_an_export_of_one_folder_is_imported_into_another() {
        let (lake, hill) = (history("lake"), history("hill"));
        let file = export_from(&lake, "lake.json").unwrap();
        import_to(&hill, &file).unwrap();
        let text = fs::read_to_string(export_from(&hill, "both.json").unwrap()).unwrap();
        assert!(text.contains("lake") && text.contains("hill"), "{text}");
    }

    #[test]
    fn d6_an_export_replaces_no_file_and_leaves_no_half_one() {
        let lake = history("lake");
        fs::write(lake.path().join("mine.json"), "mine").unwrap();
        let error = format!("{:#}", export_from(&lake, "mine.json").unwrap_err());
        assert!(error.contains("mine.json"), "{error}");
        assert_eq!(fs::read_to_string(lake.path().join("mine.json")).unwrap(), "mine");
        let names = fs::read_dir(lake.path()).unwrap().map(|file| file.unwrap().file_name());
        let partial = names.filter(|name| name.to_string_lossy().starts_with(".tmp")).count();
        assert_eq!(partial, 0);
    }

    #[test]
    fn d6_the_ending_says_the_form() {
        let lake = history("lake");
        let csv = fs::read_to_string(export_from(&lake, "a.csv").unwrap()).unwrap();
        assert!(csv.starts_with("\u{feff}media_id,"), "{csv}");
        let error = export_from(&lake, "a.txt").unwrap_err().to_string();
        assert!(error.contains(".json") && error.contains(".csv"), "{error}");
    }

    #[test]
    fn e1_a_file_of_the_extension_is_told_by_its_keys() {
        let lake = history("lake");
        let file = lake.path().join("old.json");
        fs::write(&file, r#"{"grokRetrySession_v":{"videosGenerated":2}}"#).unwrap();
        import_to(&lake, &file).unwrap();
        let text = fs::read_to_string(export_from(&lake, "all.json").unwrap()).unwrap();
        assert!(text.contains(r#""type":"taken_over","videos":2"#), "{text}");
    }

    #[test]
    fn q4_kept_prompts_are_carried_to_another_folder_by_a_file() {
        let (lake, hill) = (history("lake"), history("hill"));
        let store_of = |place: &TempDir| {
            Store::open(&DataFolder::open(Some(place.path())).unwrap().database()).unwrap()
        };
        let file = lake.path().join("prompts.json");
        let refused = export_prompts_to(&store_of(&lake), &file).unwrap_err().to_string();
        assert!(refused.contains("no prompt is kept"), "{refused}");
        let prompt = retake_protocol::Prompt::new("slow pan");
        let kept = KeptPrompt { prompt, name: Some("lake".into()) };
        store_of(&lake).keep_prompts(std::slice::from_ref(&kept), 5).unwrap();
        assert_eq!(export_prompts_to(&store_of(&lake), &file).unwrap(), 1);
        assert!(export_prompts_to(&store_of(&lake), &file).is_err(), "it replaces no file");
        import_to(&hill, &file).unwrap();
        assert_eq!(store_of(&hill).kept_prompts().unwrap(), [kept]);
    }

    #[test]
    fn d6_what_can_not_be_imported_is_named() {
        let lake = history("lake");
        let file = lake.path().join("list.json");
        fs::write(&file, "milk, bread").unwrap();
        let error = format!("{:#}", import_to(&lake, &file).unwrap_err());
        assert!(error.contains("list.json") && error.contains("retake export"), "{error}");
    }

    #[test]
    fn e3_the_report_names_what_waits_and_what_is_malformed() {
        let report = |key: &str, outcome| KeyReport { key: key.into(), outcome };
        let lines = in_words(&Outcome::ExtensionImported(vec![
            report(
                "a",
                KeyStatus::Kept(EntryStatus::Taken(retake_protocol::MediaId::new("lake").unwrap())),
            ),
            report("b", KeyStatus::Kept(EntryStatus::Waits)),
            report("c", KeyStatus::Malformed("its value is no JSON object")),
        ]));
        let english = english();
        let lines: Vec<_> = lines.iter().map(|line| english.say(line)).collect();
        assert!(
            lines[0].contains("New: 1. Already here: 0. Waiting for their image: 1."),
            "{lines:?}"
        );
        assert!(lines.contains(&"- b".to_owned()), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("- c: its value")), "{lines:?}");
    }
}
