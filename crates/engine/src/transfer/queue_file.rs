//! A CSV of images to be queued: what of it can be queued, and why the rest can't (spec M10). Queueing it
//! is left to the user, who sees this first.

use csv::{ReaderBuilder, StringRecord, Trim};
use retake_grok::post::{POST_PATH, post_id_of_path};
use retake_locale::{Text, text};
use retake_protocol::queue::{MOST_ENTRIES, QueueFile, QueueFileRow, RefusedRow};
use retake_protocol::{ImageKind, MediaId, PostId, Preferences, Prompt};
use retake_session::record::ImageFacts;
use retake_store::{Store, StoreError};

/// How many rows of a file are looked at.
const MOST_ROWS: usize = 1_000;

/// Why a file can't be read at all.
#[derive(Debug, thiserror::Error)]
pub enum QueueFileError {
    /// Occurs when the file is no CSV.
    #[error("the file can't be read as CSV: {0}")]
    Csv(#[from] csv::Error),
    /// Occurs when no column names images.
    #[error("the file has no column `image`; its first line must name the columns: {COLUMNS}")]
    NoImageColumn,
    /// Occurs when the file has more rows than anybody queues.
    #[error("the file has more than {MOST_ROWS} rows; split it")]
    TooLong,
    /// Occurs when the history can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

const COLUMNS: &str = "image, prompt, max_retries, goal";

/// Where each column stands.
struct Columns {
    image: usize,
    prompt: Option<usize>,
    max_retries: Option<usize>,
    goal: Option<usize>,
}

impl Columns {
    fn of(head: &StringRecord) -> Result<Self, QueueFileError> {
        let find = |names: &[&str]| {
            head.iter().position(|one| {
                let one = one.to_lowercase().replace([' ', '-'], "_");
                names.contains(&one.as_str())
            })
        };
        Ok(Self {
            // `media_id` is what Retake's own export calls it.
            image: find(&["image", "image_id", "media_id", "post", "url", "post_url"])
                .ok_or(QueueFileError::NoImageColumn)?,
            prompt: find(&["prompt"]),
            max_retries: find(&["max_retries", "retries"]),
            goal: find(&["goal", "video_goal"]),
        })
    }
}

/// Reads a file of images to be queued. Its first line names the columns; commas, semicolons and tabs
/// separate them.
pub fn read_queue_file(text: &str, store: &Store) -> Result<QueueFile, QueueFileError> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let columns = Columns::of(reader.headers()?)?;
    let mut reading = Reading::new(columns, store)?;
    for (place, record) in reader.records().enumerate() {
        if place == MOST_ROWS {
            return Err(QueueFileError::TooLong);
        }
        reading.add(&record?)?;
    }
    Ok(reading.file)
}

/// What most separates the names of the columns: spreadsheets of half of the world write semicolons.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| head.bytes().filter(|byte| byte == delimiter).count();
    [b';', b'\t', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// A file that is being read.
struct Reading<'store> {
    columns: Columns,
    store: &'store Store,
    queued: Vec<MediaId>,
    /// The lines of `file.rows`.
    lines: Vec<u64>,
    file: QueueFile,
}

impl<'store> Reading<'store> {
    fn new(columns: Columns, store: &'store Store) -> Result<Self, StoreError> {
        let queue = store.load_state()?.queue.into_iter();
        let waiting = queue.filter(|entry| entry.done.is_none());
        let queued = waiting.map(|entry| entry.media_id).collect();
        Ok(Self { columns, store, queued, lines: Vec::new(), file: QueueFile::default() })
    }

    fn add(&mut self, record: &StringRecord) -> Result<(), StoreError> {
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            return Ok(());
        }
        match self.row(record)? {
            Ok(row) => {
                self.file.rows.push(row);
                self.lines.push(line);
            }
            Err(why) => self.file.refused.push(RefusedRow { line, why }),
        }
        Ok(())
    }

    /// The row, or why it can't be queued.
    fn row(&self, record: &StringRecord) -> Result<Result<QueueFileRow, Text>, StoreError> {
        let cell = |column: Option<usize>| column.and_then(|place| record.get(place)).unwrap_or("");
        let named = cell(Some(self.columns.image));
        if named.is_empty() {
            return Ok(Err(text::queue_row_no_image()));
        }
        let Some(facts) = self.image(named)? else {
            return Ok(Err(text::queue_row_unknown(named)));
        };
        let numbers = bound("max_retries", cell(self.columns.max_retries))
            .and_then(|max_retries| Ok((max_retries, bound("goal", cell(self.columns.goal))?)));
        let (max_retries, video_goal) = match numbers {
            Ok(numbers) => numbers,
            Err(why) => return Ok(Err(why)),
        };
        if let Some(why) = self.refusal(&facts.media_id) {
            return Ok(Err(why));
        }
        Ok(Ok(QueueFileRow {
            original_prompt: facts.original_prompt.or(facts.prompt),
            media_id: facts.media_id,
            prompt: Prompt::new(cell(self.columns.prompt)),
            max_retries,
            video_goal,
        }))
    }

    /// The image that an id or the url of a post names.
    fn image(&self, named: &str) -> Result<Option<ImageFacts>, StoreError> {
        let post_id = match named.find(POST_PATH) {
            Some(place) => post_id_of_path(&named[place..]),
            None => PostId::new(named),
        };
        let Some(post_id) = post_id else { return Ok(None) };
        let Some(owner) = self.store.owner_of(&post_id)? else { return Ok(None) };
        let image = self.store.load_image(&owner.media_id)?;
        Ok(image.map(|image| image.facts).filter(|facts| facts.kind == ImageKind::Image))
    }

    /// No image is queued twice, and the queue has an end (spec M1).
    fn refusal(&self, media_id: &MediaId) -> Option<Text> {
        if self.queued.contains(media_id) {
            return Some(text::queue_row_queued());
        }
        if let Some(place) = self.file.rows.iter().position(|row| row.media_id == *media_id) {
            return Some(text::queue_row_twice(self.lines[place].to_string()));
        }
        let is_full = self.queued.len() + self.file.rows.len() >= MOST_ENTRIES;
        is_full.then(|| text::refusal_queue_full(MOST_ENTRIES))
    }
}

/// A number of a cell; an empty one leaves it to the image's preferences.
fn bound(column: &'static str, cell: &str) -> Result<Option<u32>, Text> {
    if cell.is_empty() {
        return Ok(None);
    }
    let number = cell.parse().ok().filter(|number| Preferences::RANGE.contains(number));
    let (from, to) = (*Preferences::RANGE.start(), *Preferences::RANGE.end());
    number.map(Some).ok_or_else(|| text::queue_row_range(column, from, to))
}
