-- Why: a video that the user wants saved is to be saved whatever happens in between, once, and the
-- history is to say where it is. A row is there from the asking on: without `path` and `failure` the
-- video is still to be fetched, and `partial` is what a run that ended too soon may have left.
--
-- `number` is the order of asking. `path` and `partial` are absolute.

CREATE TABLE kept_videos (
    number     INTEGER PRIMARY KEY,
    media_id   TEXT NOT NULL
               REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    attempt_id TEXT NOT NULL,
    asked_at   INTEGER NOT NULL,
    partial    TEXT,
    path       TEXT,
    bytes      INTEGER,
    saved_at   INTEGER,
    failure    TEXT,
    UNIQUE (media_id, attempt_id)
) STRICT;

-- Of all videos a handful is still to be fetched; the app's start reads those alone.
CREATE INDEX kept_videos_open ON kept_videos (number) WHERE path IS NULL AND failure IS NULL;
