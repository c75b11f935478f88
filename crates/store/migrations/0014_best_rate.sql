-- Why: one video of one attempt is 100 percent and says nothing, so the order by rate goes by the lower
-- end of Wilson's interval (95 percent): how good the rate is at least. With c videos of n attempts
-- that came to an end and z = 1.96 it is
--
--     (c + z²/2 - z · sqrt(c · (n - c) / n + z²/4)) / (n + z²)
--
-- SQLite is built without a square root here: two of Newton's steps stand in columns of their own, from
-- a guess that is off by half at most, and the third in the last.
--
-- `rate_floor` is in millionths; -1 where no attempt has come to an end.

ALTER TABLE images ADD COLUMN rate_spread REAL GENERATED ALWAYS AS (
    CASE WHEN completed + moderated + failed = 0 THEN 0.9604
    ELSE 1.0 * completed * (moderated + failed) / (completed + moderated + failed) + 0.9604
    END) VIRTUAL;

ALTER TABLE images ADD COLUMN rate_root_guess REAL GENERATED ALWAYS AS (
    CASE
        WHEN rate_spread < 4 THEN 1.4
        WHEN rate_spread < 16 THEN 2.8
        WHEN rate_spread < 64 THEN 5.7
        WHEN rate_spread < 256 THEN 11.3
        WHEN rate_spread < 1024 THEN 22.6
        WHEN rate_spread < 4096 THEN 45.3
        WHEN rate_spread < 16384 THEN 90.5
        ELSE 181.0
    END) VIRTUAL;

ALTER TABLE images ADD COLUMN rate_root_first REAL GENERATED ALWAYS AS (
    (rate_root_guess + rate_spread / rate_root_guess) / 2) VIRTUAL;

ALTER TABLE images ADD COLUMN rate_root REAL GENERATED ALWAYS AS (
    (rate_root_first + rate_spread / rate_root_first) / 2) VIRTUAL;

ALTER TABLE images ADD COLUMN rate_floor INTEGER GENERATED ALWAYS AS (
    CASE WHEN completed + moderated + failed = 0 THEN -1
    ELSE max(0, CAST(
        1000000 * (completed + 1.9208 - 1.96 * (rate_root + rate_spread / rate_root) / 2)
        / (completed + moderated + failed + 3.8416) AS INTEGER))
    END) VIRTUAL;

DROP INDEX images_by_success_rate;
CREATE INDEX images_by_rate
    ON images (rate_floor DESC, media_id DESC, last_active_at, completed, moderated, failed)
    WHERE attempts > 0 OR sessions > 0;
