-- 0010 evening: setting up a gathering before it takes place, and who registers for it.
--
-- What everybody may know of a gathering stands in its own tables (0001); what only the team needs, and
-- who comes, stands here. A gathering that is not announced is on no public page and in no export.

ALTER TABLE gathering ADD COLUMN announced INTEGER NOT NULL DEFAULT 1 CHECK (announced IN (0, 1)); -- everybody may know of it
ALTER TABLE programme ADD COLUMN team INTEGER NOT NULL DEFAULT 0 CHECK (team IN (0, 1)); -- only in the run of show; its position is 1000 or more

CREATE TABLE gathering_plan (    -- how many can come, and what the team wrote down -- small: one row per gathering
    gathering INTEGER PRIMARY KEY REFERENCES gathering (id) ON DELETE CASCADE, -- which gathering
    capacity  INTEGER CHECK (capacity > 0), -- how many can come; NULL: no bound
    registers INTEGER NOT NULL CHECK (registers IN (0, 1)), -- people may register
    until     INTEGER,           -- calendar day after which nobody can register; NULL: the day itself
    note      TEXT NOT NULL      -- for the team; may be empty
) STRICT;

CREATE TABLE programme_plan (    -- what an item needs of the team -- small: one row per item
    programme INTEGER PRIMARY KEY REFERENCES programme (id) ON DELETE CASCADE, -- which item
    doer      TEXT NOT NULL,     -- who does it, for the team only; may be empty
    ready     TEXT NOT NULL      -- what has to be ready; may be empty
) STRICT;

CREATE TABLE table_plan (        -- who leads a table, and how many sit there -- small: one row per table
    at_table    INTEGER PRIMARY KEY REFERENCES tables (id) ON DELETE CASCADE, -- which table
    seats       INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 500), -- of those who take part: without host and note-taker
    wheelchairs INTEGER NOT NULL CHECK (wheelchairs BETWEEN 0 AND 500), -- how many of these seats suit a wheelchair
    interpreter TEXT NOT NULL,   -- code of the language an interpreter speaks there; empty: none
    host        INTEGER REFERENCES person (id), -- who leads it, when they work with the dialogue
    host_name   TEXT NOT NULL,   -- who leads it otherwise, for the team only; may be empty
    noter       INTEGER REFERENCES person (id), -- who takes notes, when they work with the dialogue
    noter_name  TEXT NOT NULL    -- who takes notes otherwise, for the team only; may be empty
) STRICT;

CREATE TRIGGER gathering_gone_too BEFORE DELETE ON gathering BEGIN
    DELETE FROM programme_text WHERE programme IN (SELECT p.id FROM programme p WHERE p.gathering = old.id);
    DELETE FROM programme WHERE gathering = old.id;
END;

-- Never public and in no export. Erased at the end dates of schema/personal.txt.
CREATE TABLE registration (      -- somebody who said they come
    id            INTEGER PRIMARY KEY,
    gathering     INTEGER NOT NULL REFERENCES gathering (id), -- to which gathering
    number        INTEGER NOT NULL CHECK (number > 0), -- on lists and badges; counts from 1 per gathering
    code          BLOB NOT NULL UNIQUE, -- SHA-256 of the code in their link
    made          INTEGER NOT NULL, -- instant
    channel       INTEGER NOT NULL CHECK (channel BETWEEN 0 AND 3), -- enum registered_by
    taken_by      INTEGER REFERENCES person (id), -- who typed it in for them; NULL: they did it
    lang          TEXT NOT NULL, -- language they registered in: mail is written in it
    state         INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- enum registration_state
    name          TEXT NOT NULL, -- name or nickname
    email         TEXT NOT NULL, -- may be empty
    phone         TEXT NOT NULL, -- may be empty
    neighbourhood INTEGER REFERENCES neighbourhood (id), -- where they live, when said
    age           INTEGER CHECK (age BETWEEN 0 AND 5), -- enum age_group, when said
    comes_as      INTEGER NOT NULL CHECK (comes_as BETWEEN 0 AND 3), -- enum comes_as
    again         INTEGER NOT NULL CHECK (again IN (0, 1)), -- they want to be invited again
    arrived       INTEGER,       -- instant they came in; NULL: not yet
    arrived_by    INTEGER REFERENCES person (id), -- who let them in
    UNIQUE (gathering, number)
) STRICT;
CREATE INDEX registration_in_order ON registration (gathering, state, id);

CREATE TABLE registration_need ( -- what they need, only when they said so
    registration INTEGER PRIMARY KEY REFERENCES registration (id) ON DELETE CASCADE, -- whose
    gathering    INTEGER NOT NULL REFERENCES gathering (id), -- at which gathering
    wheelchair   INTEGER NOT NULL CHECK (wheelchair IN (0, 1)), -- a seat that suits a wheelchair
    interpreter  TEXT NOT NULL,  -- code of the language they need an interpreter for; empty: none
    childcare    INTEGER NOT NULL CHECK (childcare BETWEEN 0 AND 10), -- how many children come along
    diet         TEXT NOT NULL   -- what they do not eat; may be empty
) STRICT;
CREATE INDEX registration_need_at ON registration_need (gathering, registration);

CREATE TABLE registration_theme ( -- what they like to talk about
    registration INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE, -- who
    rank         INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 3), -- 1: most of all
    theme        INTEGER NOT NULL REFERENCES theme (id), -- the theme
    PRIMARY KEY (registration, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX registration_theme_of ON registration_theme (theme, registration);

CREATE TABLE registration_wish ( -- whom they like to sit with, or not
    id           INTEGER PRIMARY KEY,
    registration INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE, -- who
    apart        INTEGER NOT NULL CHECK (apart IN (0, 1)), -- 0: together, 1: not at one table
    said         TEXT NOT NULL,  -- a name or code, as it was typed
    other        INTEGER REFERENCES registration (id) ON DELETE SET NULL -- who that is, once known
) STRICT;
CREATE INDEX registration_wish_of ON registration_wish (registration, id);
CREATE INDEX registration_wish_other ON registration_wish (other);
