-- 0030 remark: what colleagues say to each other about a point or theme, and who is where at the desk.

CREATE TABLE remark (            -- of one colleague to the others; never public
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- where
    thing    INTEGER NOT NULL CHECK (thing IN (1, 3)), -- enum thing: a theme or a point
    number   INTEGER NOT NULL,   -- its id
    at       INTEGER NOT NULL,   -- instant
    person   INTEGER REFERENCES person (id), -- who said it
    body     TEXT NOT NULL,      -- what they said
    resolved INTEGER,            -- instant it was dealt with; NULL: it is open
    resolved_by INTEGER REFERENCES person (id) -- who said so
) STRICT;
CREATE INDEX remark_of_thing ON remark (thing, number, id);
CREATE INDEX remark_open ON remark (dialogue, resolved, id);

CREATE TABLE presence (          -- who is at which page of the desk -- small: a few minutes of a few people
    person INTEGER NOT NULL REFERENCES person (id), -- who
    place  TEXT NOT NULL,        -- address of the page, of a theme with its name behind it
    at     INTEGER NOT NULL,     -- instant they were last heard of there
    PRIMARY KEY (person, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_at ON presence (place, at);
