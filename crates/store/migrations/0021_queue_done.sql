-- Why: what the queue is done with stays listed with its outcome until the user clears it (spec M9). An
-- entry without an outcome waits, or its session runs.

ALTER TABLE queue_entries ADD COLUMN outcome TEXT;
ALTER TABLE queue_entries ADD COLUMN done_at INTEGER;
