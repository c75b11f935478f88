-- Why: the rows of retake-session's records, one table each, so that the history of every image
-- outlives the page, the app and Grok's own memory (spec D1).
--
-- * Everything hangs on images.media_id, the only key that anything is stored under. Deleting an
--   image's row therefore deletes its whole history.
-- * Foreign keys are checked at commit: the rows of one event arrive in any order.
-- * `number` is the order of first sight. A row keeps it however often it is written again.
-- * Words (outcome, kind, state, layer, ...) are stored as spec.md spells them, without CHECK: a new
--   word must not need a rebuilt table. Times are milliseconds since the Unix epoch.

CREATE TABLE images (
    number          INTEGER PRIMARY KEY,
    media_id        TEXT NOT NULL UNIQUE,
    original_prompt TEXT,
    prompt          TEXT,
    image_url       TEXT,
    width           INTEGER,
    height          INTEGER,
    create_time     INTEGER,
    first_seen_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE preferences (
    media_id    TEXT NOT NULL PRIMARY KEY
                REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    max_retries INTEGER NOT NULL,
    video_goal  INTEGER NOT NULL,
    auto_retry  INTEGER NOT NULL CHECK (auto_retry IN (0, 1)),
    last_prompt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT keeps the highest number ever given out, so that a deleted history never makes an
-- old session's or action's number come back.
CREATE TABLE sessions (
    session_id        INTEGER PRIMARY KEY AUTOINCREMENT,
    media_id          TEXT NOT NULL
                      REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    prompt            TEXT NOT NULL,
    max_retries       INTEGER NOT NULL,
    video_goal        INTEGER NOT NULL,
    moderated         INTEGER NOT NULL,
    failed            INTEGER NOT NULL,
    videos_generated  INTEGER NOT NULL,
    layer1_failures   INTEGER NOT NULL,
    layer2_failures   INTEGER NOT NULL,
    layer3_failures   INTEGER NOT NULL,
    outcome           TEXT NOT NULL,
    current_post_id   TEXT,
    started_at        INTEGER NOT NULL,
    ended_at          INTEGER,
    last_failure_time INTEGER
) STRICT;

CREATE INDEX sessions_by_image ON sessions (media_id);
-- Of a million sessions a handful is active; the app's start reads those alone (spec C14).
CREATE INDEX sessions_active ON sessions (session_id) WHERE outcome = 'pending';

CREATE TABLE attempts (
    number             INTEGER PRIMARY KEY,
    media_id           TEXT NOT NULL
                       REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    attempt_id         TEXT NOT NULL,
    outcome            TEXT NOT NULL,
    unknown_status     TEXT,
    prompt             TEXT,
    video_url          TEXT,
    thumbnail_url      TEXT,
    create_time        INTEGER,
    length_seconds     REAL,
    resolution         TEXT,
    mode               TEXT,
    percent            REAL,
    layer              TEXT,
    layer_source       TEXT,
    first_seen_at      INTEGER NOT NULL,
    ended_at           INTEGER,
    seen_in_session_id INTEGER
                       REFERENCES sessions (session_id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    counted_session_id INTEGER
                       REFERENCES sessions (session_id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    counted_position   INTEGER,
    UNIQUE (media_id, attempt_id)
) STRICT;

CREATE INDEX attempts_by_seen_in ON attempts (seen_in_session_id);
CREATE INDEX attempts_by_counted ON attempts (counted_session_id, counted_position);

-- Keyed by the alias, which is how a post is looked up (spec B1). That an alias means one attempt
-- of its image is the machine's rule (spec A1); here each attempt keeps the list it came with.
CREATE TABLE attempt_aliases (
    alias    TEXT NOT NULL,
    attempt  INTEGER NOT NULL
             REFERENCES attempts (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    PRIMARY KEY (alias, attempt)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_aliases_by_attempt ON attempt_aliases (attempt, position);

CREATE TABLE posts (
    number   INTEGER PRIMARY KEY,
    post_id  TEXT NOT NULL UNIQUE,
    media_id TEXT NOT NULL
             REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX posts_by_image ON posts (media_id);

CREATE TABLE actions (
    action_id   INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id  INTEGER NOT NULL
                REFERENCES sessions (session_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    media_id    TEXT NOT NULL
                REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kind        TEXT NOT NULL,
    prompt      TEXT NOT NULL,
    due_at      INTEGER NOT NULL,
    issued_at   INTEGER,
    answered_at INTEGER,
    state       TEXT NOT NULL,
    refusal     TEXT
) STRICT;

CREATE INDEX actions_by_session ON actions (session_id);
CREATE INDEX actions_by_image ON actions (media_id);
CREATE INDEX actions_open ON actions (action_id) WHERE state IN ('scheduled', 'issued');
-- The cooldown counts from the last click on any image (spec C8).
CREATE INDEX actions_by_click ON actions (answered_at) WHERE state = 'clicked';

CREATE TABLE log_lines (
    number     INTEGER PRIMARY KEY,
    media_id   TEXT NOT NULL
               REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    session_id INTEGER
               REFERENCES sessions (session_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    attempt_id TEXT,
    at         INTEGER NOT NULL,
    message    TEXT NOT NULL
) STRICT;

CREATE INDEX log_lines_by_image ON log_lines (media_id, session_id);
CREATE INDEX log_lines_by_session ON log_lines (session_id);

CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
