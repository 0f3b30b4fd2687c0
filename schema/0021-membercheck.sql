-- 0021 membercheck: the draft points of an evening go back to its tables, before they are published.
--
-- Who was at a table gets a link of their own; whoever cannot be reached uses the card of the table. What is
-- objected stands beside the point until somebody else than its editors decides.

CREATE TABLE membercheck (       -- points laid before the tables of an evening -- small: one row per gathering
    gathering INTEGER PRIMARY KEY REFERENCES gathering (id) ON DELETE CASCADE, -- of which evening
    sent      INTEGER NOT NULL,  -- instant it was sent first
    sent_by   INTEGER REFERENCES person (id), -- by whom
    until     INTEGER NOT NULL   -- calendar day: the last on which somebody can answer
) STRICT;

CREATE TABLE membercheck_link (  -- somebody who may answer, for one table -- small: hundreds per gathering
    id           INTEGER PRIMARY KEY,
    gathering    INTEGER NOT NULL REFERENCES membercheck (gathering) ON DELETE CASCADE, -- of which evening
    number       INTEGER NOT NULL CHECK (number > 0), -- number on the table
    who          INTEGER NOT NULL CHECK (who BETWEEN 0 AND 3), -- enum membercheck_who
    registration INTEGER REFERENCES registration (id) ON DELETE SET NULL, -- who took part; NULL: another, or erased
    person       INTEGER REFERENCES person (id), -- the colleague who led or noted; NULL: another
    hash         BLOB UNIQUE     -- SHA-256 of the code in the link; NULL: it no longer opens
) STRICT;
CREATE UNIQUE INDEX membercheck_link_of_registration ON membercheck_link (registration, number)
    WHERE registration IS NOT NULL;
CREATE UNIQUE INDEX membercheck_link_of_person ON membercheck_link (gathering, number, person)
    WHERE person IS NOT NULL;
CREATE UNIQUE INDEX membercheck_link_of_card ON membercheck_link (gathering, number) WHERE who = 3;
CREATE INDEX membercheck_link_at ON membercheck_link (gathering, number);
CREATE INDEX membercheck_link_by ON membercheck_link (person);

CREATE TABLE membercheck_answer ( -- what somebody said of a point
    id         INTEGER PRIMARY KEY,
    link       INTEGER NOT NULL REFERENCES membercheck_link (id) ON DELETE CASCADE, -- by which link
    point      INTEGER NOT NULL REFERENCES point_given (id), -- about which point
    at         INTEGER NOT NULL, -- instant
    agrees     INTEGER NOT NULL CHECK (agrees IN (0, 1)), -- 0: an objection
    about      TEXT NOT NULL,    -- the sentence as it stood then
    body       TEXT NOT NULL,    -- what was meant; empty: it agrees, or was erased
    decided    INTEGER,          -- instant; NULL: it waits, or agrees
    decided_by INTEGER REFERENCES person (id), -- somebody else than the editors of the point
    adopted    INTEGER CHECK (adopted IN (0, 1)), -- 1: the point changes; 0: it stays
    reason     TEXT NOT NULL,    -- what they read who objected; empty while it waits
    CHECK ((decided IS NULL) = (adopted IS NULL))
) STRICT;
CREATE INDEX membercheck_answer_of_point ON membercheck_answer (point, id);
CREATE INDEX membercheck_answer_of_link ON membercheck_answer (link, id);

CREATE TABLE membercheck_aside ( -- an objection to setting aside a note, made by a table
    objection INTEGER PRIMARY KEY REFERENCES objection (id), -- which objection
    link      INTEGER NOT NULL REFERENCES membercheck_link (id) ON DELETE CASCADE -- by which link
) STRICT;
CREATE INDEX membercheck_aside_of_link ON membercheck_aside (link, objection);

CREATE TRIGGER membercheck_answer_goes BEFORE DELETE ON point_given BEGIN
    DELETE FROM membercheck_answer WHERE point = old.id; END;
CREATE TRIGGER membercheck_aside_goes BEFORE DELETE ON objection BEGIN
    DELETE FROM membercheck_aside WHERE objection = old.id; END;
