-- Why: Grok's links expire, and the history is to show its images and videos for good (spec D2). A
-- small picture of each is kept, within a budget: those that were stored or looked at longest ago
-- make place.
--
-- `key` is `image` for the image itself, else the attempt's id.

CREATE TABLE pictures (
    number   INTEGER PRIMARY KEY,
    media_id TEXT NOT NULL
             REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    key      TEXT NOT NULL,
    size     INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL,
    bytes    BLOB NOT NULL,
    UNIQUE (media_id, key)
) STRICT;

-- Also holds what the budget adds up, so that the pictures themselves are not read for it.
CREATE INDEX pictures_by_sight ON pictures (seen_at, size);
