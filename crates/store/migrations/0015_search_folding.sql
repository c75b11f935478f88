-- Why: who searches for `ubermutige` means `Übermütige` (spec D5). The index leaves diacritics out, in
-- what it holds and in what is looked for.

DROP TABLE search_index;
CREATE VIRTUAL TABLE search_index USING fts5 (
    text,
    content = 'search_texts',
    content_rowid = 'number',
    tokenize = 'trigram remove_diacritics 1',
    columnsize = 0
);
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 16);
-- What is forgotten is overwritten in the index, too (spec D6).
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
INSERT INTO search_index (search_index) VALUES ('rebuild');
