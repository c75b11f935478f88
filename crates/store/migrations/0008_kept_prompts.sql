-- Why: the user keeps prompts to use them again, under a name or without one. They are the user's own
-- and hang on no image: forgetting one image leaves them, deleting everything takes them too.

CREATE TABLE kept_prompts (
    number  INTEGER PRIMARY KEY,
    prompt  TEXT NOT NULL UNIQUE,
    name    TEXT,
    kept_at INTEGER NOT NULL
) STRICT;
