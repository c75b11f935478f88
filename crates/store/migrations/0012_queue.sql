-- Why: images that the user lined up wait over a restart. An entry goes when its session starts; with
-- the history of its image it goes too.

CREATE TABLE queue_entries (
    entry_id    INTEGER PRIMARY KEY,
    position    INTEGER NOT NULL,
    media_id    TEXT NOT NULL REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    prompt      TEXT NOT NULL,
    max_retries INTEGER NOT NULL CHECK (max_retries BETWEEN 1 AND 50),
    video_goal  INTEGER NOT NULL CHECK (video_goal BETWEEN 1 AND 50),
    added_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX queue_entries_of_image ON queue_entries (media_id);
