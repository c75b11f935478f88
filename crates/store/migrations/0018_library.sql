-- Why: the library shows every image and every video by day, rated, picked, tagged and filtered
-- (spec K1, K3). What is filtered by stands in the indexes of the two grids, so a day's items and the
-- count of each day are read from an index alone.
--
-- * `made_at` is Grok's create time, else the first sight; what a grid is ordered by. Kept by triggers,
--   since SQLite does not read a computed column from an index alone.
-- * `saved` is kept by triggers: on an attempt 0 or 1, on an image how many of its videos are saved.
-- * `last_outcome` is that of the image's last session; kept by triggers too.
-- * `pick` is `none`, `picked` or `rejected`.

ALTER TABLE images ADD COLUMN rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5);
ALTER TABLE images ADD COLUMN pick TEXT NOT NULL DEFAULT 'none';
ALTER TABLE images ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE images ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN last_outcome TEXT;
ALTER TABLE images ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0;

ALTER TABLE attempts ADD COLUMN rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5);
ALTER TABLE attempts ADD COLUMN pick TEXT NOT NULL DEFAULT 'none';
ALTER TABLE attempts ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN saved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempts ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0;

UPDATE images SET made_at = coalesce(create_time, first_seen_at);
UPDATE attempts SET made_at = coalesce(create_time, first_seen_at);

UPDATE attempts SET saved = 1
WHERE number IN (SELECT a.number FROM kept_videos k
                 JOIN attempts a ON a.media_id = k.media_id AND a.attempt_id = k.attempt_id
                 WHERE k.path IS NOT NULL);
UPDATE images SET saved = (SELECT count(*) FROM kept_videos k
                           WHERE k.media_id = images.media_id AND k.path IS NOT NULL)
WHERE media_id IN (SELECT media_id FROM kept_videos WHERE path IS NOT NULL);
UPDATE images SET last_outcome = (SELECT outcome FROM sessions s WHERE s.media_id = images.media_id
                                  ORDER BY started_at DESC, session_id DESC LIMIT 1)
WHERE sessions > 0;

CREATE INDEX images_by_day
    ON images (made_at DESC, number DESC, rating, pick, completed, moderated, failed,
               active_sessions, saved, last_outcome, kind, attempts, sessions)
    WHERE kind = 'image' AND (attempts > 0 OR sessions > 0);

CREATE INDEX videos_by_day
    ON attempts (made_at DESC, number DESC, rating, pick, length_seconds, resolution, saved, outcome)
    WHERE outcome = 'completed';

CREATE TABLE image_tags (
    image INTEGER NOT NULL REFERENCES images (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tag   TEXT NOT NULL,
    PRIMARY KEY (image, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX image_tags_by_tag ON image_tags (tag);

CREATE TABLE attempt_tags (
    attempt INTEGER NOT NULL
            REFERENCES attempts (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tag     TEXT NOT NULL,
    PRIMARY KEY (attempt, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_tags_by_tag ON attempt_tags (tag);

-- Filters that the user keeps under a name, as the library asks for them (JSON).
CREATE TABLE library_filters (
    name   TEXT NOT NULL PRIMARY KEY,
    filter TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER images_made_on_insert AFTER INSERT ON images
BEGIN
    UPDATE images SET made_at = coalesce(create_time, first_seen_at) WHERE number = new.number;
END;

CREATE TRIGGER images_made_on_update AFTER UPDATE OF create_time, first_seen_at ON images
WHEN new.made_at <> coalesce(new.create_time, new.first_seen_at)
BEGIN
    UPDATE images SET made_at = coalesce(create_time, first_seen_at) WHERE number = new.number;
END;

CREATE TRIGGER attempts_made_on_insert AFTER INSERT ON attempts
BEGIN
    UPDATE attempts SET made_at = coalesce(create_time, first_seen_at) WHERE number = new.number;
END;

CREATE TRIGGER attempts_made_on_update AFTER UPDATE OF create_time, first_seen_at ON attempts
WHEN new.made_at <> coalesce(new.create_time, new.first_seen_at)
BEGIN
    UPDATE attempts SET made_at = coalesce(create_time, first_seen_at) WHERE number = new.number;
END;

-- Counted again each time: a row that takes another's place goes without a trigger.
CREATE TRIGGER kept_videos_saved_on_insert AFTER INSERT ON kept_videos
BEGIN
    UPDATE attempts SET saved = new.path IS NOT NULL
        WHERE media_id = new.media_id AND attempt_id = new.attempt_id;
    UPDATE images SET saved = (SELECT count(*) FROM kept_videos k
                               WHERE k.media_id = new.media_id AND k.path IS NOT NULL)
        WHERE media_id = new.media_id;
END;

CREATE TRIGGER kept_videos_saved_on_update AFTER UPDATE OF path, media_id, attempt_id ON kept_videos
BEGIN
    UPDATE attempts SET saved = 0 WHERE media_id = old.media_id AND attempt_id = old.attempt_id;
    UPDATE attempts SET saved = new.path IS NOT NULL
        WHERE media_id = new.media_id AND attempt_id = new.attempt_id;
    UPDATE images SET saved = (SELECT count(*) FROM kept_videos k
                               WHERE k.media_id = images.media_id AND k.path IS NOT NULL)
        WHERE media_id IN (old.media_id, new.media_id);
END;

CREATE TRIGGER kept_videos_saved_on_delete AFTER DELETE ON kept_videos
BEGIN
    UPDATE attempts SET saved = 0 WHERE media_id = old.media_id AND attempt_id = old.attempt_id;
    UPDATE images SET saved = (SELECT count(*) FROM kept_videos k
                               WHERE k.media_id = old.media_id AND k.path IS NOT NULL)
        WHERE media_id = old.media_id;
END;

CREATE TRIGGER sessions_last_outcome_on_insert AFTER INSERT ON sessions
BEGIN
    UPDATE images SET last_outcome = (SELECT outcome FROM sessions s WHERE s.media_id = new.media_id
                                      ORDER BY started_at DESC, session_id DESC LIMIT 1)
        WHERE media_id = new.media_id;
END;

CREATE TRIGGER sessions_last_outcome_on_update AFTER UPDATE OF outcome, started_at ON sessions
WHEN old.outcome <> new.outcome OR old.started_at <> new.started_at
BEGIN
    UPDATE images SET last_outcome = (SELECT outcome FROM sessions s WHERE s.media_id = new.media_id
                                      ORDER BY started_at DESC, session_id DESC LIMIT 1)
        WHERE media_id = new.media_id;
END;

CREATE TRIGGER sessions_last_outcome_on_delete AFTER DELETE ON sessions
BEGIN
    UPDATE images SET last_outcome = (SELECT outcome FROM sessions s WHERE s.media_id = old.media_id
                                      ORDER BY started_at DESC, session_id DESC LIMIT 1)
        WHERE media_id = old.media_id;
END;

-- Tags and notes are searched as prompts are (spec D5).
DROP VIEW searchable_texts;
CREATE VIEW searchable_texts (image, text) AS
    SELECT number, media_id FROM images
    UNION ALL SELECT number, original_prompt FROM images WHERE original_prompt <> ''
    UNION ALL SELECT number, prompt FROM images WHERE prompt <> ''
    UNION ALL SELECT number, note FROM images WHERE note <> ''
    UNION ALL SELECT image, tag FROM image_tags
    UNION ALL SELECT i.number, a.prompt FROM attempts a JOIN images i USING (media_id)
        WHERE a.prompt <> ''
    UNION ALL SELECT i.number, a.note FROM attempts a JOIN images i USING (media_id)
        WHERE a.note <> ''
    UNION ALL SELECT i.number, t.tag FROM attempt_tags t
        JOIN attempts a ON a.number = t.attempt JOIN images i USING (media_id)
    UNION ALL SELECT i.number, l.alias FROM attempt_aliases l
        JOIN attempts a ON a.number = l.attempt JOIN images i USING (media_id)
    UNION ALL SELECT i.number, s.prompt FROM sessions s JOIN images i USING (media_id)
        WHERE s.prompt <> ''
    UNION ALL SELECT i.number, p.post_id FROM posts p JOIN images i USING (media_id);

CREATE TRIGGER images_note_searchable_on_insert AFTER INSERT ON images
WHEN new.note <> ''
BEGIN
    INSERT INTO search_texts (image, text, uses) VALUES (new.number, new.note, 1)
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER images_note_searchable_on_update AFTER UPDATE OF note ON images
WHEN old.note <> new.note
BEGIN
    UPDATE search_texts SET uses = uses - 1 WHERE image = old.number AND text = old.note;
    INSERT INTO search_texts (image, text, uses)
        SELECT new.number, new.note, 1 WHERE new.note <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER image_tags_searchable_on_insert AFTER INSERT ON image_tags
BEGIN
    INSERT INTO search_texts (image, text, uses) VALUES (new.image, new.tag, 1)
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER image_tags_searchable_on_delete AFTER DELETE ON image_tags
BEGIN
    UPDATE search_texts SET uses = uses - 1 WHERE image = old.image AND text = old.tag;
END;

CREATE TRIGGER attempts_note_searchable_on_insert AFTER INSERT ON attempts
WHEN new.note <> ''
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT number, new.note, 1 FROM images WHERE media_id = new.media_id
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER attempts_note_searchable_on_update AFTER UPDATE OF note ON attempts
WHEN old.note <> new.note
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT number FROM images WHERE media_id = old.media_id)
            AND text = old.note;
    INSERT INTO search_texts (image, text, uses)
        SELECT number, new.note, 1 FROM images WHERE media_id = new.media_id AND new.note <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER attempts_note_searchable_on_delete AFTER DELETE ON attempts
WHEN old.note <> ''
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT number FROM images WHERE media_id = old.media_id)
            AND text = old.note;
END;

-- Before the attempt goes, while it is still known whose its tags were.
CREATE TRIGGER attempt_tags_leave_before_attempt BEFORE DELETE ON attempts
BEGIN
    DELETE FROM attempt_tags WHERE attempt = old.number;
END;

CREATE TRIGGER attempt_tags_searchable_on_insert AFTER INSERT ON attempt_tags
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT i.number, new.tag, 1 FROM attempts a JOIN images i USING (media_id)
        WHERE a.number = new.attempt
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER attempt_tags_searchable_on_delete AFTER DELETE ON attempt_tags
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT i.number FROM attempts a JOIN images i USING (media_id)
                       WHERE a.number = old.attempt)
            AND text = old.tag;
END;
