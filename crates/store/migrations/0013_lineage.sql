-- Why: an attempt belongs to one image and counts once in all (spec A8). One that nothing ties to an
-- image is kept under a row of its own kind until something does. What was made of a video (a longer
-- or larger copy, an edit) is no attempt of the image's series, so the totals leave it out (spec A9).
-- A session knows which one it goes on from (spec C13), and an entry of the queue which session was
-- begun for it: after a limit it goes on from there.

ALTER TABLE images ADD COLUMN kind TEXT NOT NULL DEFAULT 'image';

ALTER TABLE attempts ADD COLUMN derived TEXT;
ALTER TABLE attempts ADD COLUMN derived_from TEXT;

ALTER TABLE sessions ADD COLUMN resumed_from INTEGER
    REFERENCES sessions (session_id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX sessions_by_resumed_from ON sessions (resumed_from) WHERE resumed_from IS NOT NULL;

ALTER TABLE queue_entries ADD COLUMN session_id INTEGER
    REFERENCES sessions (session_id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX queue_entries_by_session ON queue_entries (session_id) WHERE session_id IS NOT NULL;

DROP TRIGGER attempts_counted_on_insert;
CREATE TRIGGER attempts_counted_on_insert AFTER INSERT ON attempts
BEGIN
    UPDATE images SET
        attempts = attempts + (new.derived IS NULL),
        completed = completed + (new.derived IS NULL AND new.outcome = 'completed'),
        moderated = moderated + (new.derived IS NULL AND new.outcome = 'moderated'),
        failed = failed + (new.derived IS NULL AND new.outcome = 'failed'),
        last_active_at = max(last_active_at, new.first_seen_at,
                             coalesce(new.ended_at, new.first_seen_at))
    WHERE media_id = new.media_id;
END;

DROP TRIGGER attempts_counted_on_update;
CREATE TRIGGER attempts_counted_on_update
AFTER UPDATE OF outcome, first_seen_at, ended_at, derived ON attempts
WHEN old.outcome <> new.outcome
    OR old.first_seen_at <> new.first_seen_at
    OR old.ended_at IS NOT new.ended_at
    OR old.derived IS NOT new.derived
BEGIN
    UPDATE images SET
        attempts = attempts + (new.derived IS NULL) - (old.derived IS NULL),
        completed = completed + (new.derived IS NULL AND new.outcome = 'completed')
                              - (old.derived IS NULL AND old.outcome = 'completed'),
        moderated = moderated + (new.derived IS NULL AND new.outcome = 'moderated')
                              - (old.derived IS NULL AND old.outcome = 'moderated'),
        failed = failed + (new.derived IS NULL AND new.outcome = 'failed')
                        - (old.derived IS NULL AND old.outcome = 'failed'),
        last_active_at = max(last_active_at, new.first_seen_at,
                             coalesce(new.ended_at, new.first_seen_at))
    WHERE media_id = new.media_id;
END;

DROP TRIGGER attempts_counted_on_delete;
CREATE TRIGGER attempts_counted_on_delete AFTER DELETE ON attempts
BEGIN
    UPDATE images SET
        attempts = attempts - (old.derived IS NULL),
        completed = completed - (old.derived IS NULL AND old.outcome = 'completed'),
        moderated = moderated - (old.derived IS NULL AND old.outcome = 'moderated'),
        failed = failed - (old.derived IS NULL AND old.outcome = 'failed')
    WHERE media_id = old.media_id;
END;
