-- Why: where Grok names a better file of a saved video later, it takes the saved one's place (spec N9).
--
-- * `modified_at` is when the saved file was last written to, as the file system says. A file that was changed
--   since is not replaced. NULL was not noted: then its size alone tells.
-- * `given_up` names the files that could not be had, with spaces between them; none is asked for again.
-- * `better_asked_at` stands from the asking for a better file until that has its place or is given up. In the
--   meantime `partial` is its unfinished file, and all else is that of the saved one.
-- * `better_quality`, `better_bytes` and `better_modified_at` are there once the better file is whole: after a
--   crash they tell whether it is what now lies at `path`.

ALTER TABLE kept_videos ADD COLUMN modified_at INTEGER;
ALTER TABLE kept_videos ADD COLUMN given_up TEXT;
ALTER TABLE kept_videos ADD COLUMN better_asked_at INTEGER;
ALTER TABLE kept_videos ADD COLUMN better_quality TEXT;
ALTER TABLE kept_videos ADD COLUMN better_bytes INTEGER;
ALTER TABLE kept_videos ADD COLUMN better_modified_at INTEGER;

-- A handful at a time; the app's start reads those alone.
CREATE INDEX kept_videos_better ON kept_videos (better_asked_at) WHERE better_asked_at IS NOT NULL;
