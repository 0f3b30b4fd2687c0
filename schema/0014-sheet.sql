-- 0014 sheet: what is noted at the tables of an evening, on phones that may have no signal.
--
-- A sheet belongs to a table as it stands in the room (a number), through all rounds. A device hands in
-- rows it numbered itself; each row is done once, whatever happens on the way.

CREATE TABLE sheet (             -- the sheet of a table in the room -- small: hundreds per dialogue
    id        INTEGER PRIMARY KEY,
    gathering INTEGER NOT NULL REFERENCES gathering (id), -- of which evening
    number    INTEGER NOT NULL CHECK (number > 0), -- number on the table
    hash      BLOB NOT NULL UNIQUE, -- SHA-256 of the code in its link
    made      INTEGER NOT NULL,  -- instant
    closed    INTEGER,           -- instant at which it was read back and closed; NULL: open
    agreed    INTEGER CHECK (agreed IN (0, 1)), -- the table agreed when it was read back
    UNIQUE (gathering, number)
) STRICT;

CREATE TABLE sheet_device (      -- a phone on which a sheet was opened -- small: a few per sheet
    id        INTEGER PRIMARY KEY,
    sheet     INTEGER NOT NULL REFERENCES sheet (id), -- which sheet
    device    BLOB NOT NULL,     -- 16 bytes it chose itself; zeroes: a browser without script
    opened    INTEGER NOT NULL,  -- instant it was first heard of
    heard     INTEGER NOT NULL,  -- instant it was last heard of
    rehearsed INTEGER,           -- instant it last handed in a rehearsal; NULL: never
    waiting   INTEGER NOT NULL,  -- rows that still wait on it, as it said
    UNIQUE (sheet, device)
) STRICT;

CREATE TABLE sheet_row (         -- what a device handed in, once: a note, a change, a withdrawal
    id       INTEGER PRIMARY KEY,
    sheet    INTEGER NOT NULL REFERENCES sheet (id), -- on which sheet
    mark     BLOB NOT NULL,      -- 16 bytes, chosen by the device: the same row sent twice is known by it
    device   INTEGER NOT NULL REFERENCES sheet_device (id), -- from which device
    turn     INTEGER NOT NULL,   -- its place in what that device wrote
    act      INTEGER NOT NULL CHECK (act BETWEEN 0 AND 3), -- enum sheet_act
    voice    INTEGER REFERENCES voice (id), -- the note it is about; NULL: about the whole table
    speaker  INTEGER,            -- number dealt at the table, linked to nobody; NULL: not said
    written  INTEGER NOT NULL,   -- instant by the clock of the device, which may be wrong
    received INTEGER NOT NULL,   -- instant
    UNIQUE (sheet, mark)
) STRICT;
CREATE INDEX sheet_row_in_order ON sheet_row (sheet, act, id);
CREATE INDEX sheet_row_of_device ON sheet_row (device, turn);
CREATE INDEX sheet_row_of_voice ON sheet_row (voice);

-- A gathering that a folder takes away again takes its empty sheets along; one with notes stays, because
-- its voices keep the tables.
CREATE TRIGGER sheet_goes BEFORE DELETE ON gathering BEGIN
    DELETE FROM sheet_device WHERE sheet IN (SELECT s.id FROM sheet s WHERE s.gathering = old.id);
    DELETE FROM sheet WHERE gathering = old.id; END;
