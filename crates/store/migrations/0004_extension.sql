-- Why: what the browser extension left is taken over (spec E). Its entries are kept as they came, by
-- their keys: importing them twice changes nothing, an image's entries can be merged anew when one
-- more of them finds its image, and those that have not found theirs wait.

CREATE TABLE extension_entries (
    number      INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    -- The post or the image that the extension stored it under: exactly one of them.
    post_id     TEXT,
    owner_id    TEXT,
    value       TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    -- The image that it turned out to be of; null while it waits.
    media_id    TEXT REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CHECK ((post_id IS NULL) <> (owner_id IS NULL))
) STRICT;

CREATE INDEX extension_entries_by_image ON extension_entries (media_id);

-- The one session that the entries of an image became.
CREATE TABLE extension_sessions (
    media_id   TEXT NOT NULL PRIMARY KEY
               REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    session_id INTEGER NOT NULL
               REFERENCES sessions (session_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX extension_sessions_by_session ON extension_sessions (session_id);

-- A session that is imported gets a high number for an early start: the last session of an image is
-- the one that started last.
DROP INDEX sessions_by_image;
CREATE INDEX sessions_by_image ON sessions (media_id, started_at, session_id);
