-- 0001 town: a small schema that queryc's own tests try their queries on.

CREATE TABLE street (            -- a street, however small: één row each -- small: a few dozen
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,   -- as on its signs
    code TEXT UNIQUE             -- its code, when it has one
) STRICT;

CREATE TABLE house (             -- where somebody lives
    id     INTEGER PRIMARY KEY,
    street INTEGER NOT NULL REFERENCES street (id), -- in which street
    number INTEGER NOT NULL,     -- its number there
    kind   INTEGER NOT NULL,     -- enum kind
    built  INTEGER,              -- calendar day, when known
    seen   INTEGER NOT NULL,     -- instant somebody last looked
    opens  INTEGER,              -- clock time in minutes, for a shop
    shop   INTEGER NOT NULL CHECK (shop IN (0, 1)), -- is it a shop?
    photo  BLOB,                 -- what it looks like
    UNIQUE (street, number)
) STRICT;

CREATE TABLE house_text (
    house INTEGER NOT NULL REFERENCES house (id) ON DELETE CASCADE, -- of which house
    lang  TEXT NOT NULL,         -- language of this row
    body  TEXT NOT NULL,         -- what there is to say
    PRIMARY KEY (house, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (             -- somebody came by
    id    INTEGER PRIMARY KEY,
    house INTEGER NOT NULL REFERENCES house (id), -- at which house
    day   INTEGER NOT NULL       -- calendar day
) STRICT;
CREATE INDEX visit_of_house ON visit (house, day);

-- The words of every house, for searching.
CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = 'unicode61');

CREATE TRIGGER house_is_seen AFTER INSERT ON house_text BEGIN
    UPDATE house SET kind = kind WHERE id = new.house; END;
