-- Why: Grok has some videos in better files too, and the best one is saved (spec N8).
--
-- * `hd_url` and `hd_1080_url` are where Grok says they are.
-- * `quality` is that of the saved file: `base`, `hd` or `hd_1080`. NULL is `base`: before this, no other was
--   saved.

ALTER TABLE attempts ADD COLUMN hd_url TEXT;
ALTER TABLE attempts ADD COLUMN hd_1080_url TEXT;

ALTER TABLE kept_videos ADD COLUMN quality TEXT;
