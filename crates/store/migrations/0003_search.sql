-- Why: the history is searched by any part of a prompt or an id (spec D5), and LIKE over a million
-- rows reads them all. A trigram index finds what holds the text, in any language.
--
-- An image's attempts mostly share one prompt, so each distinct text of an image is kept once, with
-- how many of its rows hold it (`uses`); it goes when the last of them does. Triggers keep all of
-- it, so no writer can forget.

CREATE TABLE search_texts (
    number INTEGER PRIMARY KEY,
    image  INTEGER NOT NULL REFERENCES images (number) ON DELETE CASCADE,
    text   TEXT NOT NULL,
    uses   INTEGER NOT NULL,
    UNIQUE (image, text)
) STRICT;

-- columnsize serves ranking alone; the history is ordered by time.
CREATE VIRTUAL TABLE search_index USING fts5 (
    text,
    content = 'search_texts',
    content_rowid = 'number',
    tokenize = 'trigram',
    columnsize = 0
);

CREATE TRIGGER search_texts_indexed_on_insert AFTER INSERT ON search_texts
BEGIN
    INSERT INTO search_index (rowid, text) VALUES (new.number, new.text);
END;

CREATE TRIGGER search_texts_indexed_on_delete AFTER DELETE ON search_texts
BEGIN
    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.number, old.text);
END;

CREATE TRIGGER search_texts_dropped_when_unused AFTER UPDATE OF uses ON search_texts
WHEN new.uses = 0
BEGIN
    DELETE FROM search_texts WHERE number = new.number;
END;

-- Every text of every row: what search_texts must add up to.
CREATE VIEW searchable_texts (image, text) AS
    SELECT number, media_id FROM images
    UNION ALL SELECT number, original_prompt FROM images WHERE original_prompt <> ''
    UNION ALL SELECT number, prompt FROM images WHERE prompt <> ''
    UNION ALL SELECT i.number, a.prompt FROM attempts a JOIN images i USING (media_id)
        WHERE a.prompt <> ''
    UNION ALL SELECT i.number, l.alias FROM attempt_aliases l
        JOIN attempts a ON a.number = l.attempt JOIN images i USING (media_id)
    UNION ALL SELECT i.number, s.prompt FROM sessions s JOIN images i USING (media_id)
        WHERE s.prompt <> ''
    UNION ALL SELECT i.number, p.post_id FROM posts p JOIN images i USING (media_id);

INSERT INTO search_texts (image, text, uses)
    SELECT image, text, count(*) FROM searchable_texts GROUP BY image, text;

CREATE TRIGGER images_media_id_searchable_on_insert AFTER INSERT ON images
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT new.number, new.media_id, 1
        WHERE new.media_id <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER images_original_prompt_searchable_on_insert AFTER INSERT ON images
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT new.number, new.original_prompt, 1
        WHERE new.original_prompt <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER images_original_prompt_searchable_on_update AFTER UPDATE OF original_prompt ON images
WHEN old.original_prompt IS NOT new.original_prompt
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = old.number
            AND text = old.original_prompt;
    INSERT INTO search_texts (image, text, uses)
        SELECT new.number, new.original_prompt, 1
        WHERE new.original_prompt <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER images_prompt_searchable_on_insert AFTER INSERT ON images
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT new.number, new.prompt, 1
        WHERE new.prompt <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER images_prompt_searchable_on_update AFTER UPDATE OF prompt ON images
WHEN old.prompt IS NOT new.prompt
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = old.number
            AND text = old.prompt;
    INSERT INTO search_texts (image, text, uses)
        SELECT new.number, new.prompt, 1
        WHERE new.prompt <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER attempts_prompt_searchable_on_insert AFTER INSERT ON attempts
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT i.number, new.prompt, 1 FROM images i
        WHERE i.media_id = new.media_id AND new.prompt <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER attempts_prompt_searchable_on_update AFTER UPDATE OF prompt ON attempts
WHEN old.prompt IS NOT new.prompt
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT number FROM images WHERE media_id = old.media_id)
            AND text = old.prompt;
    INSERT INTO search_texts (image, text, uses)
        SELECT i.number, new.prompt, 1 FROM images i
        WHERE i.media_id = new.media_id AND new.prompt <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER attempts_prompt_searchable_on_delete AFTER DELETE ON attempts
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT number FROM images WHERE media_id = old.media_id)
            AND text = old.prompt;
END;

-- Before the attempt goes and takes its aliases along, while it is still known whose they were.
CREATE TRIGGER attempt_aliases_leave_before_attempt BEFORE DELETE ON attempts
BEGIN
    DELETE FROM attempt_aliases WHERE attempt = old.number;
END;

CREATE TRIGGER attempt_aliases_alias_searchable_on_insert AFTER INSERT ON attempt_aliases
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT i.number, new.alias, 1 FROM attempts a JOIN images i USING (media_id)
        WHERE a.number = new.attempt AND new.alias <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER attempt_aliases_alias_searchable_on_delete AFTER DELETE ON attempt_aliases
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT i.number FROM attempts a JOIN images i USING (media_id)
                 WHERE a.number = old.attempt)
            AND text = old.alias;
END;

CREATE TRIGGER sessions_prompt_searchable_on_insert AFTER INSERT ON sessions
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT i.number, new.prompt, 1 FROM images i
        WHERE i.media_id = new.media_id AND new.prompt <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER sessions_prompt_searchable_on_update AFTER UPDATE OF prompt ON sessions
WHEN old.prompt IS NOT new.prompt
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT number FROM images WHERE media_id = old.media_id)
            AND text = old.prompt;
    INSERT INTO search_texts (image, text, uses)
        SELECT i.number, new.prompt, 1 FROM images i
        WHERE i.media_id = new.media_id AND new.prompt <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER sessions_prompt_searchable_on_delete AFTER DELETE ON sessions
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT number FROM images WHERE media_id = old.media_id)
            AND text = old.prompt;
END;

CREATE TRIGGER posts_post_id_searchable_on_insert AFTER INSERT ON posts
BEGIN
    INSERT INTO search_texts (image, text, uses)
        SELECT i.number, new.post_id, 1 FROM images i
        WHERE i.media_id = new.media_id AND new.post_id <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;

CREATE TRIGGER posts_post_id_searchable_on_delete AFTER DELETE ON posts
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT number FROM images WHERE media_id = old.media_id)
            AND text = old.post_id;
END;

-- A post may turn out to be another image's.
CREATE TRIGGER posts_media_id_searchable_on_update AFTER UPDATE OF media_id ON posts
WHEN old.media_id <> new.media_id
BEGIN
    UPDATE search_texts SET uses = uses - 1
        WHERE image = (SELECT number FROM images WHERE media_id = old.media_id)
            AND text = old.post_id;
    INSERT INTO search_texts (image, text, uses)
        SELECT i.number, new.post_id, 1 FROM images i
        WHERE i.media_id = new.media_id AND new.post_id <> ''
        ON CONFLICT (image, text) DO UPDATE SET uses = uses + 1;
END;
