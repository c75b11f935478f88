-- Why: the history is also sorted by videos and by success rate, and filtered by what became of an
-- image's attempts (spec D5). Each order has an index that also holds what the filters look at, so
-- that a page of a hundred thousand images is read from the index alone.
--
-- `success_rate` is in millionths of the attempts that came to an end; -1 where none has.

ALTER TABLE images ADD COLUMN success_rate INTEGER GENERATED ALWAYS AS (
    CASE WHEN completed + moderated + failed = 0 THEN -1
    ELSE completed * 1000000 / (completed + moderated + failed) END) VIRTUAL;

DROP INDEX images_by_activity;
CREATE INDEX images_by_activity
    ON images (last_active_at DESC, media_id DESC, completed, moderated, failed)
    WHERE attempts > 0 OR sessions > 0;

CREATE INDEX images_by_videos
    ON images (completed DESC, media_id DESC, last_active_at, moderated, failed)
    WHERE attempts > 0 OR sessions > 0;

CREATE INDEX images_by_success_rate
    ON images (success_rate DESC, media_id DESC, last_active_at, completed, moderated, failed)
    WHERE attempts > 0 OR sessions > 0;

-- A handful at any time.
CREATE INDEX images_running ON images (media_id) WHERE active_sessions > 0;

-- New texts come a few at a time: merging the index's pieces at every fourth of them costs more than
-- it spares the searches.
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 16);
