-- Why: a session may begin at the user's own press, which is no action (spec C22). After a restart it is the
-- session's press all the same, and a click like any other for the cooldown (spec C8, C13).
--
-- * `begins_session` is the session that began at this press; NULL: none did.

ALTER TABLE presses ADD COLUMN begins_session INTEGER
    REFERENCES sessions (session_id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX presses_by_begun_session ON presses (begins_session, pressed_at)
    WHERE begins_session IS NOT NULL;
