-- Why: Grok has some videos in better files too, at once or later, and the best one is saved (spec N8, N9).
--
-- * `hd_url` and `hd_1080_url` are where Grok says they are.
-- * `quality` is that of the saved file: `base`, `hd` or `hd_1080`. What was saved before this is `base`.
-- * `passed_over` is the best quality that was tried and that Grok did not give; that file is not tried
--   again by itself.

ALTER TABLE attempts ADD COLUMN hd_url TEXT;
ALTER TABLE attempts ADD COLUMN hd_1080_url TEXT;

ALTER TABLE kept_videos ADD COLUMN quality TEXT;
ALTER TABLE kept_videos ADD COLUMN passed_over TEXT;

UPDATE kept_videos SET quality = 'base' WHERE path IS NOT NULL;
