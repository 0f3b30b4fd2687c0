-- 0013 seating: who sits where at a gathering, and how that is decided.

CREATE TABLE seating_plan (      -- how the seats of a gathering are given -- small: one row per gathering
    gathering INTEGER PRIMARY KEY REFERENCES gathering (id) ON DELETE CASCADE, -- which gathering
    proposes  INTEGER NOT NULL CHECK (proposes IN (0, 1)), -- 0: people choose a table themselves; 1: the program proposes
    seed      INTEGER NOT NULL CHECK (seed BETWEEN 0 AND 999999999), -- the same number gives the same proposal; for the team only
    wishes    INTEGER NOT NULL CHECK (wishes BETWEEN 0 AND 3),   -- enum seating_weight: themes of preference
    twice     INTEGER NOT NULL CHECK (twice BETWEEN 0 AND 3),    -- enum seating_weight: no theme more than once
    meeting   INTEGER NOT NULL CHECK (meeting BETWEEN 0 AND 3),  -- enum seating_weight: meeting new people
    mixing    INTEGER NOT NULL CHECK (mixing BETWEEN 0 AND 3),   -- enum seating_weight: a mix at each table
    together  INTEGER NOT NULL CHECK (together BETWEEN 0 AND 3), -- enum seating_weight: who wants to sit together
    filling   INTEGER NOT NULL CHECK (filling BETWEEN 0 AND 3)   -- enum seating_weight: no table with few people
) STRICT;

CREATE TABLE seat (              -- where somebody sits in a round
    registration INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE, -- who
    round        INTEGER NOT NULL CHECK (round > 0), -- in which round
    at_table     INTEGER REFERENCES tables (id) ON DELETE CASCADE, -- at which table; NULL: is not there in this round
    fixed        INTEGER NOT NULL CHECK (fixed IN (0, 1)), -- a proposal leaves it as it is
    PRIMARY KEY (registration, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_at_table ON seat (at_table);
