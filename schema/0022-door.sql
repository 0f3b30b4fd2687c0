-- 0022 door: what was done at the door of an evening, on devices that may have no signal.
--
-- Somebody is in while one of the rows that let them in was not undone, so that two doors at once, in any
-- order, come out the same. Each row is done once, whatever happens on the way.

CREATE TABLE door_row (          -- somebody was let in, or let out again
    id           INTEGER PRIMARY KEY,
    gathering    INTEGER NOT NULL REFERENCES gathering (id), -- at which gathering
    mark         BLOB NOT NULL,  -- 16 bytes, chosen by the device: the same row sent twice is known by it
    registration INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE, -- who
    act          INTEGER NOT NULL CHECK (act BETWEEN 0 AND 2), -- enum door_act
    undone       INTEGER NOT NULL CHECK (undone IN (0, 1)), -- it let them in, and that was taken back
    received     INTEGER NOT NULL, -- instant
    UNIQUE (gathering, mark)
) STRICT;
CREATE INDEX door_row_of ON door_row (registration, undone, act);
