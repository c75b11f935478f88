-- Why: no single source is needed since Grok's page changed in autumn 2026 (spec H). Each attempt keeps
-- which sources told of it, which one decided, what is announced of it and waits, and the press that it
-- is of: two videos of one press are one try, so a session knows which failures are none of their own.

ALTER TABLE attempts ADD COLUMN pressed_at INTEGER;
ALTER TABLE attempts ADD COLUMN told_by TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN decided_by TEXT;
ALTER TABLE attempts ADD COLUMN decided_certainty TEXT;
ALTER TABLE attempts ADD COLUMN announced_outcome TEXT;
ALTER TABLE attempts ADD COLUMN announced_by TEXT;
ALTER TABLE attempts ADD COLUMN announced_certainty TEXT;
ALTER TABLE attempts ADD COLUMN announced_at INTEGER;

ALTER TABLE sessions ADD COLUMN beside INTEGER NOT NULL DEFAULT 0;
