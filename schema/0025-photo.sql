-- 0025 photo: photographs of flip-overs and drawings, from the tables and from home.
--
-- What is kept are pixels that the image program made; nothing else of the file survives. A photo waits until
-- a person looked at it. Until then, and when it is not shown, only the team sees it.

CREATE TABLE photo (             -- a photograph that was sent in
    id         INTEGER PRIMARY KEY,
    dialogue   INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    at_table   INTEGER REFERENCES tables (id) ON DELETE SET NULL, -- at which table and round it was taken; NULL: not there
    voice      INTEGER REFERENCES voice (id), -- with which contribution it came; NULL: by itself
    mark       BLOB NOT NULL UNIQUE, -- SHA-256 of where it came in and what the sender calls it: the same photo sent twice is known by it
    received   INTEGER NOT NULL, -- instant
    taken_by   INTEGER REFERENCES person (id), -- who of the team put it in; NULL: a table, or its author
    people     INTEGER NOT NULL CHECK (people BETWEEN 0 AND 2), -- enum photo_people: who is on it, and whether they agree
    state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3), -- enum photo_state
    checked    INTEGER,          -- instant a person decided
    checked_by INTEGER REFERENCES person (id), -- who decided
    hidden_for INTEGER REFERENCES reason (id), -- why it is not shown; NULL: it is, or it is for the team alone
    alt        TEXT NOT NULL,    -- what is seen, for who cannot see it; empty until the desk wrote it
    alt_en     TEXT NOT NULL,    -- the same in English; may stay empty
    maker      TEXT NOT NULL,    -- who took it or drew what is on it; empty until the desk wrote it
    picture    INTEGER,          -- as which picture it stands at a theme and in the report, by id; NULL: as none
    type       TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', '')), -- of the bytes; empty: erased
    width      INTEGER NOT NULL, -- pixels
    height     INTEGER NOT NULL, -- pixels
    hash       TEXT NOT NULL,    -- first 40 hexadecimals of the SHA-256 of bytes
    small      BLOB NOT NULL,    -- the same photo at most 640 pixels wide
    bytes      BLOB NOT NULL,    -- at most 1600 pixels wide
    -- Shown are only photos that say what is seen and who made it, of nobody who was not asked.
    CHECK (state <> 1 OR (people <> 2 AND alt <> '' AND maker <> '' AND type <> ''))
) STRICT;
CREATE INDEX photo_in_order ON photo (dialogue, state, id);
CREATE INDEX photo_at_table ON photo (at_table, state, id);
CREATE INDEX photo_of_voice ON photo (voice, id);
