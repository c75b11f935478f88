-- Why: what Grok said is left of videos is known after a restart (spec H10). One row at most: it is the
-- account's.

CREATE TABLE video_quota (
    number            INTEGER PRIMARY KEY CHECK (number = 1),
    is_available      INTEGER,
    remaining         INTEGER,
    window_s          INTEGER,
    next_available_at INTEGER,
    since             INTEGER NOT NULL
) STRICT;
