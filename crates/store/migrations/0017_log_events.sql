-- Why: the log is data since then (LogEvent, as JSON), and the sidebar words it. A line of before keeps its
-- words in `message`, which is empty for all later ones.

ALTER TABLE log_lines ADD COLUMN event TEXT;
