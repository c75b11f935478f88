-- Why: a text that is no longer an image's own stays in the search index, marked as deleted, until its
-- pieces are merged; forgetting the image then found nothing to overwrite (spec D6). Texts change
-- seldom, so the index overwrites each at once.

INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
