-- Why: the sums over the whole history stand in the sidebar (spec D3), and adding up a hundred thousand
-- images for them takes longer than anything else there. So they are one row that triggers keep, in
-- the transaction of the change itself, as the totals of each image are.

CREATE TABLE history_totals (
    only_row  INTEGER PRIMARY KEY CHECK (only_row = 1),
    completed INTEGER NOT NULL,
    moderated INTEGER NOT NULL,
    failed    INTEGER NOT NULL
) STRICT;

INSERT INTO history_totals (only_row, completed, moderated, failed)
SELECT 1, coalesce(sum(completed), 0), coalesce(sum(moderated), 0), coalesce(sum(failed), 0)
FROM images;

CREATE TRIGGER images_added_up_on_insert AFTER INSERT ON images
WHEN new.completed + new.moderated + new.failed > 0
BEGIN
    UPDATE history_totals SET
        completed = completed + new.completed,
        moderated = moderated + new.moderated,
        failed = failed + new.failed;
END;

CREATE TRIGGER images_added_up_on_update AFTER UPDATE OF completed, moderated, failed ON images
WHEN old.completed <> new.completed OR old.moderated <> new.moderated OR old.failed <> new.failed
BEGIN
    UPDATE history_totals SET
        completed = completed + new.completed - old.completed,
        moderated = moderated + new.moderated - old.moderated,
        failed = failed + new.failed - old.failed;
END;

CREATE TRIGGER images_added_up_on_delete AFTER DELETE ON images
BEGIN
    UPDATE history_totals SET
        completed = completed - old.completed,
        moderated = moderated - old.moderated,
        failed = failed - old.failed;
END;
