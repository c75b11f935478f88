-- Why: a restart neither presses again while a press is under way nor loses what a press led to (spec
-- H12); and what nothing ties to an image counts nowhere, in no total either (spec A8).
--
-- * A press is told by its image and the moment of its first request, which its attempts share
--   (`attempts.pressed_at`).
-- * `action_id` is the click that it came of; NULL: the user pressed.
-- * `picture` is the picture that the request named: the image, by any of its ids.

CREATE TABLE presses (
    media_id   TEXT NOT NULL
               REFERENCES images (media_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    pressed_at INTEGER NOT NULL,
    action_id  INTEGER
               REFERENCES actions (action_id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    picture    TEXT,
    requests   INTEGER NOT NULL,
    state      TEXT NOT NULL,
    PRIMARY KEY (media_id, pressed_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX presses_by_action ON presses (action_id);
CREATE INDEX presses_by_picture ON presses (media_id, picture);
-- A handful at a time; the app's start reads those alone.
CREATE INDEX presses_under_way ON presses (media_id) WHERE state = 'under_way';

DROP TRIGGER images_added_up_on_insert;
DROP TRIGGER images_added_up_on_update;
DROP TRIGGER images_added_up_on_delete;

UPDATE history_totals SET
    completed = (SELECT coalesce(sum(completed), 0) FROM images WHERE kind <> 'unknown'),
    moderated = (SELECT coalesce(sum(moderated), 0) FROM images WHERE kind <> 'unknown'),
    failed = (SELECT coalesce(sum(failed), 0) FROM images WHERE kind <> 'unknown');

CREATE TRIGGER images_added_up_on_insert AFTER INSERT ON images
WHEN new.kind <> 'unknown' AND new.completed + new.moderated + new.failed > 0
BEGIN
    UPDATE history_totals SET
        completed = completed + new.completed,
        moderated = moderated + new.moderated,
        failed = failed + new.failed;
END;

CREATE TRIGGER images_added_up_on_update AFTER UPDATE OF completed, moderated, failed, kind ON images
WHEN old.completed <> new.completed OR old.moderated <> new.moderated OR old.failed <> new.failed
    OR old.kind <> new.kind
BEGIN
    UPDATE history_totals SET
        completed = completed + new.completed * (new.kind <> 'unknown')
                              - old.completed * (old.kind <> 'unknown'),
        moderated = moderated + new.moderated * (new.kind <> 'unknown')
                              - old.moderated * (old.kind <> 'unknown'),
        failed = failed + new.failed * (new.kind <> 'unknown')
                        - old.failed * (old.kind <> 'unknown');
END;

CREATE TRIGGER images_added_up_on_delete AFTER DELETE ON images
WHEN old.kind <> 'unknown'
BEGIN
    UPDATE history_totals SET
        completed = completed - old.completed,
        moderated = moderated - old.moderated,
        failed = failed - old.failed;
END;
