//! A restored file is data and nothing else, whatever the file is (spec D6): a backup that somebody has
//! changed by plan is refused, or leaves a database of Retake's own making that can be read to its end.

#![no_main]

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::OnceLock;

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use retake_engine::Settings;
use retake_engine::replay::{Confirm, replay_into};
use retake_store::{Backup, Scope, Store};
use rusqlite::types::Value;
use rusqlite::{Connection, params};

/// What the backup holds before it is changed.
const STORY: &str = r#"{"at":0,"type":"route","post_id":"lake"}
{"at":0,"type":"snapshot","store":{"state":{"imageByMediaId":{"lake":[{"id":"lake"}]},"videoByMediaId":{"lake":[{"id":"old","moderated":true}]}},"version":1}}
{"at":0,"type":"start","prompt":"slow pan across a mountain lake"}
{"at":60000,"type":"tick"}
"#;

/// The tables that a file is changed in.
const TABLES: &[&str] = &[
    "images",
    "attempts",
    "attempt_aliases",
    "sessions",
    "actions",
    "log_lines",
    "posts",
    "preferences",
    "settings",
    "pictures",
    "kept_prompts",
    "kept_videos",
    "queue_entries",
    "extension_entries",
    "extension_sessions",
];

#[derive(Debug, Arbitrary)]
struct Plan {
    steps: Vec<Step>,
    /// Bytes that are overwritten at last, by their place in the file.
    bytes: Vec<(u32, u8)>,
}

/// One change by hand. What `SQLite` refuses is left out.
#[derive(Debug, Arbitrary)]
enum Step {
    /// A table takes any type from now on, and checks nothing.
    Loosen {
        table: u8,
    },
    Cell {
        table: u8,
        column: u8,
        value: Cell,
    },
    Row {
        table: u8,
        values: Vec<Cell>,
    },
    /// A view of the table's name; an endless one.
    View {
        table: u8,
        is_endless: bool,
    },
    Trigger {
        table: u8,
        sql: String,
    },
    Computed {
        table: u8,
    },
    DropColumn {
        table: u8,
        column: u8,
    },
    DropTable {
        table: u8,
    },
    /// The schema says another sentence, or another page.
    Schema {
        row: u8,
        sql: String,
    },
    Page {
        row: u8,
        page: u16,
    },
    Version(u32),
}

#[derive(Clone, Debug, Arbitrary)]
enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
    /// A text of so many KiB, up to 8 MiB: a longer one takes seconds and finds nothing else.
    Long(u16),
}

fuzz_target!(|plan: Plan| {
    let place = tempfile::tempdir().expect("a folder");
    let (file, database) = (place.path().join("backup.db"), place.path().join("retake.db"));
    fs::write(&file, backup()).expect("a file");
    for step in &plan.steps {
        // Each on a connection of its own: a schema that was changed by hand is read again.
        let _refused = take(&file, step);
    }
    overwrite(&file, &plan.bytes);
    let Ok(backup) = Backup::read(&file, &database, None) else { return };
    let store = Store::open(&database).expect("a store");
    store.restore(backup, Vec::new()).expect("what was read and checked can be restored");
    store.histories(Scope::All, |_| ControlFlow::Continue(())).expect("it can be read");
    store.load_state().expect("it can be begun with");
    drop(store);
    assert_eq!(schema_of(&database), *own_schema());
});

fn take(file: &Path, step: &Step) -> rusqlite::Result<()> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update(None, "ignore_check_constraints", true)?;
    connection.pragma_update(None, "writable_schema", true)?;
    match step {
        Step::Loosen { table } => {
            let sql = "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = ?1";
            connection.execute(sql, [name(*table)]).map(drop)
        }
        Step::Cell { table, column, value } => {
            let column = column_of(&connection, *table, *column)?;
            let sql = format!("UPDATE {} SET \"{column}\" = ?1", name(*table));
            connection.execute(&sql, [value.value()]).map(drop)
        }
        Step::Row { table, values } => {
            let places = vec!["?"; values.len()].join(", ");
            let sql = format!("INSERT INTO {} VALUES ({places})", name(*table));
            let values = values.iter().map(Cell::value);
            connection.execute(&sql, rusqlite::params_from_iter(values)).map(drop)
        }
        Step::View { table, is_endless } => connection.execute_batch(&format!(
            "DROP TABLE {0}; CREATE VIEW {0} AS WITH RECURSIVE n(x) AS \
             (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT {1}) SELECT x AS name, x AS value FROM n",
            name(*table),
            if *is_endless { -1 } else { 3 },
        )),
        Step::Trigger { table, sql } => connection.execute_batch(&format!(
            "CREATE TRIGGER evil AFTER INSERT ON {} BEGIN {sql}; END",
            name(*table)
        )),
        Step::Computed { table } => connection.execute_batch(&format!(
            "ALTER TABLE {} ADD COLUMN computed AS (randomblob(1000000000))",
            name(*table)
        )),
        Step::DropColumn { table, column } => {
            let column = column_of(&connection, *table, *column)?;
            connection.execute_batch(&format!("ALTER TABLE {} DROP COLUMN \"{column}\"", name(*table)))
        }
        Step::DropTable { table } => connection.execute_batch(&format!("DROP TABLE {}", name(*table))),
        Step::Schema { row, sql } => {
            let change = "UPDATE sqlite_schema SET sql = ?2 WHERE rowid = ?1";
            connection.execute(change, params![row, sql]).map(drop)
        }
        Step::Page { row, page } => {
            let change = "UPDATE sqlite_schema SET rootpage = ?2 WHERE rowid = ?1";
            connection.execute(change, params![row, page]).map(drop)
        }
        Step::Version(version) => connection.pragma_update(None, "user_version", version),
    }
}

impl Cell {
    fn value(&self) -> Value {
        match self.clone() {
            Self::Null => Value::Null,
            Self::Integer(number) => Value::Integer(number),
            Self::Real(number) => Value::Real(number),
            Self::Text(text) => Value::Text(text),
            Self::Blob(bytes) => Value::Blob(bytes),
            Self::Long(kib) => Value::Text("x".repeat(usize::from(kib % 8_192) * 1024)),
        }
    }
}

fn name(table: u8) -> &'static str {
    TABLES[usize::from(table) % TABLES.len()]
}

/// A column of the table, if it has any.
fn column_of(connection: &Connection, table: u8, column: u8) -> rusqlite::Result<String> {
    let sql = "SELECT name FROM pragma_table_info(?1) LIMIT 1 OFFSET ?2 % \
               (SELECT max(1, count(*)) FROM pragma_table_info(?1))";
    connection.query_row(sql, params![name(table), column], |row| row.get(0))
}

fn overwrite(file: &Path, bytes: &[(u32, u8)]) {
    let mut content = fs::read(file).expect("the file is there");
    if content.is_empty() {
        return;
    }
    for (at, byte) in bytes {
        let at = *at as usize % content.len();
        content[at] = *byte;
    }
    fs::write(file, content).expect("it can be written");
}

/// A backup as Retake makes it.
fn backup() -> &'static [u8] {
    static BACKUP: OnceLock<Vec<u8>> = OnceLock::new();
    BACKUP.get_or_init(|| {
        let place = tempfile::tempdir().expect("a folder");
        let store = Store::open(&place.path().join("retake.db")).expect("a store");
        replay_into(&store, STORY, Settings::default(), Confirm::Automatic).expect("it plays");
        let file = place.path().join("backup.db");
        store.back_up(&file).expect("a backup");
        fs::read(file).expect("it can be read")
    })
}

fn own_schema() -> &'static BTreeSet<String> {
    static SCHEMA: OnceLock<BTreeSet<String>> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let place = tempfile::tempdir().expect("a folder");
        let database = place.path().join("retake.db");
        drop(Store::open(&database).expect("a store"));
        schema_of(&database)
    })
}

fn schema_of(database: &Path) -> BTreeSet<String> {
    let connection = Connection::open(database).expect("a database");
    let sql = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema";
    let mut query = connection.prepare(sql).expect("a query");
    let rows = query.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<rusqlite::Result<_>>().expect("texts")
}
