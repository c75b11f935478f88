-- Why: the history lists images by their last activity, each with its totals (spec D3, D5). Counting
-- a million attempts for a page of cards is slow, and counts kept by the program would drift from
-- the rows. So they are columns that triggers keep, in the transaction of the change itself.
--
-- `last_active_at` is the latest time that an attempt, a session or a log line of the image names.
-- It never goes back.

ALTER TABLE images ADD COLUMN attempts        INTEGER NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN completed       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN moderated       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN failed          INTEGER NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN sessions        INTEGER NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN active_sessions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE images ADD COLUMN last_active_at  INTEGER NOT NULL DEFAULT 0;

UPDATE images SET
    attempts = (SELECT count(*) FROM attempts a WHERE a.media_id = images.media_id),
    completed = (SELECT count(*) FROM attempts a
                 WHERE a.media_id = images.media_id AND a.outcome = 'completed'),
    moderated = (SELECT count(*) FROM attempts a
                 WHERE a.media_id = images.media_id AND a.outcome = 'moderated'),
    failed = (SELECT count(*) FROM attempts a
              WHERE a.media_id = images.media_id AND a.outcome = 'failed'),
    sessions = (SELECT count(*) FROM sessions s WHERE s.media_id = images.media_id),
    active_sessions = (SELECT count(*) FROM sessions s
                       WHERE s.media_id = images.media_id AND s.outcome = 'pending'),
    last_active_at = max(
        coalesce((SELECT max(max(a.first_seen_at, coalesce(a.ended_at, a.first_seen_at)))
                  FROM attempts a WHERE a.media_id = images.media_id), 0),
        coalesce((SELECT max(max(s.started_at, coalesce(s.ended_at, s.started_at),
                                 coalesce(s.last_failure_time, s.started_at)))
                  FROM sessions s WHERE s.media_id = images.media_id), 0),
        coalesce((SELECT max(l.at) FROM log_lines l WHERE l.media_id = images.media_id), 0));

-- Most images that Grok shows are never made a video of: the history's list holds the others.
CREATE INDEX images_by_activity ON images (last_active_at DESC, media_id DESC)
    WHERE attempts > 0 OR sessions > 0;

CREATE TRIGGER attempts_counted_on_insert AFTER INSERT ON attempts
BEGIN
    UPDATE images SET
        attempts = attempts + 1,
        completed = completed + (new.outcome = 'completed'),
        moderated = moderated + (new.outcome = 'moderated'),
        failed = failed + (new.outcome = 'failed'),
        last_active_at = max(last_active_at, new.first_seen_at,
                             coalesce(new.ended_at, new.first_seen_at))
    WHERE media_id = new.media_id;
END;

CREATE TRIGGER attempts_counted_on_update AFTER UPDATE OF outcome, first_seen_at, ended_at ON attempts
WHEN old.outcome <> new.outcome
    OR old.first_seen_at <> new.first_seen_at
    OR old.ended_at IS NOT new.ended_at
BEGIN
    UPDATE images SET
        completed = completed + (new.outcome = 'completed') - (old.outcome = 'completed'),
        moderated = moderated + (new.outcome = 'moderated') - (old.outcome = 'moderated'),
        failed = failed + (new.outcome = 'failed') - (old.outcome = 'failed'),
        last_active_at = max(last_active_at, new.first_seen_at,
                             coalesce(new.ended_at, new.first_seen_at))
    WHERE media_id = new.media_id;
END;

CREATE TRIGGER attempts_counted_on_delete AFTER DELETE ON attempts
BEGIN
    UPDATE images SET
        attempts = attempts - 1,
        completed = completed - (old.outcome = 'completed'),
        moderated = moderated - (old.outcome = 'moderated'),
        failed = failed - (old.outcome = 'failed')
    WHERE media_id = old.media_id;
END;

CREATE TRIGGER sessions_counted_on_insert AFTER INSERT ON sessions
BEGIN
    UPDATE images SET
        sessions = sessions + 1,
        active_sessions = active_sessions + (new.outcome = 'pending'),
        last_active_at = max(last_active_at, new.started_at,
                             coalesce(new.ended_at, new.started_at),
                             coalesce(new.last_failure_time, new.started_at))
    WHERE media_id = new.media_id;
END;

CREATE TRIGGER sessions_counted_on_update
AFTER UPDATE OF outcome, started_at, ended_at, last_failure_time ON sessions
WHEN old.outcome <> new.outcome
    OR old.started_at <> new.started_at
    OR old.ended_at IS NOT new.ended_at
    OR old.last_failure_time IS NOT new.last_failure_time
BEGIN
    UPDATE images SET
        active_sessions = active_sessions + (new.outcome = 'pending') - (old.outcome = 'pending'),
        last_active_at = max(last_active_at, new.started_at,
                             coalesce(new.ended_at, new.started_at),
                             coalesce(new.last_failure_time, new.started_at))
    WHERE media_id = new.media_id;
END;

CREATE TRIGGER sessions_counted_on_delete AFTER DELETE ON sessions
BEGIN
    UPDATE images SET
        sessions = sessions - 1,
        active_sessions = active_sessions - (old.outcome = 'pending')
    WHERE media_id = old.media_id;
END;

CREATE TRIGGER log_lines_dated_on_insert AFTER INSERT ON log_lines
BEGIN
    UPDATE images SET last_active_at = max(last_active_at, new.at)
    WHERE media_id = new.media_id AND last_active_at < new.at;
END;
