-- Why: the numbers by day and by prompt are those of the newest sessions, and finding them must not
-- read all sessions (spec D3).

CREATE INDEX sessions_by_start ON sessions (started_at);
