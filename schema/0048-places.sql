-- 0048 places: where people can meet, with their spaces, when those stand empty, and who asked for them.
--
-- Times are by the clock on the wall, as the hours of the map are. A space that is taken is taken by the
-- quarter: a row for each, so that no two can have the same (space_quarter).

CREATE TABLE place (             -- a location where people can meet -- small: thousands
    id         INTEGER PRIMARY KEY,
    location   INTEGER NOT NULL UNIQUE REFERENCES location (id), -- where; its own row
    slug       TEXT NOT NULL UNIQUE, -- its name in addresses
    source_key TEXT NOT NULL UNIQUE, -- its id in tables
    name       TEXT NOT NULL CHECK (name <> ''), -- as people call it
    about      TEXT NOT NULL,    -- what kind of place it is, in plain words; may be empty
    keeper     TEXT NOT NULL,    -- which organisation looks after it; may be empty
    shown      INTEGER NOT NULL CHECK (shown IN (0, 1)), -- it can be found
    version    INTEGER NOT NULL  -- grows with every change of it or of its spaces
) STRICT;

CREATE TABLE place_keeper (      -- who is told of a request; shown to nobody else
    place INTEGER PRIMARY KEY REFERENCES place (id) ON DELETE CASCADE, -- of which place
    name  TEXT NOT NULL,         -- of a person; may be empty
    email TEXT NOT NULL          -- where a request goes; may be empty: then the desk decides
) STRICT;

CREATE TABLE space (             -- a part of a place that can be used by itself -- small: thousands
    id         INTEGER PRIMARY KEY,
    place      INTEGER NOT NULL REFERENCES place (id) ON DELETE CASCADE, -- of which place
    slug       TEXT NOT NULL,    -- its name in addresses, within the place
    position   INTEGER NOT NULL, -- order on its page
    name       TEXT NOT NULL CHECK (name <> ''), -- "Grote zaal"
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 8), -- enum space_kind
    capacity   INTEGER CHECK (capacity > 0), -- people; NULL: not known
    equipment  TEXT NOT NULL,    -- what is there: "beamer, piano"; may be empty
    wheelchair INTEGER CHECK (wheelchair IN (0, 1)), -- one can come in with a wheelchair; NULL: not known
    toilet     INTEGER CHECK (toilet IN (0, 1)), -- one that a wheelchair can enter; NULL: not known
    hearing_loop INTEGER CHECK (hearing_loop IN (0, 1)), -- NULL: not known
    free       INTEGER CHECK (free IN (0, 1)), -- costs nothing; NULL: not known
    cost       TEXT NOT NULL,    -- in words: "12 euro per uur"; may be empty
    who_may    TEXT NOT NULL,    -- "bewoners en initiatieven uit de wijk"; may be empty: everybody
    entry      INTEGER NOT NULL CHECK (entry BETWEEN 0 AND 3), -- enum space_entry: how one gets in
    hours      TEXT NOT NULL,    -- when it stands empty for others, as algo/hours.h writes it; may be empty
    closed     INTEGER NOT NULL CHECK (closed IN (0, 1)), -- not for now: cannot be asked for
    UNIQUE (place, slug)
) STRICT;
CREATE INDEX space_of_place ON space (place, position, id);

CREATE TABLE space_request (     -- somebody asks to use a space, once or as a series
    id      INTEGER PRIMARY KEY,
    space   INTEGER NOT NULL REFERENCES space (id), -- which
    made    INTEGER NOT NULL,    -- instant
    lang    TEXT NOT NULL,       -- in which language they are answered
    code    BLOB UNIQUE,         -- hash of the code of the one who asks; NULL: erased
    keeper_code BLOB UNIQUE,     -- hash of the code in the mail to the keeper; NULL: erased
    name    TEXT NOT NULL,       -- who asks; empty: erased
    email   TEXT NOT NULL,       -- the same
    purpose TEXT NOT NULL,       -- what for; empty: erased
    people  INTEGER NOT NULL,    -- how many come
    repeats INTEGER NOT NULL CHECK (repeats BETWEEN 0 AND 3), -- enum repeats
    starts  INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439), -- minutes since midnight
    ends    INTEGER NOT NULL CHECK (ends > starts AND ends <= starts + 1440), -- the same; above 1440: the next day
    first   INTEGER NOT NULL,    -- calendar day of the first date
    last    INTEGER NOT NULL,    -- of the last
    state   INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4), -- enum request_state
    reason  TEXT NOT NULL,       -- why the keeper said no, or a word with a yes; may be empty
    decided INTEGER              -- instant of the answer; NULL: none yet
) STRICT;
CREATE INDEX space_request_waiting ON space_request (state, id);
CREATE INDEX space_request_of ON space_request (space, state, id);
CREATE INDEX space_request_last ON space_request (last, id);

CREATE TABLE space_date (        -- one date of a request
    request INTEGER NOT NULL REFERENCES space_request (id) ON DELETE CASCADE, -- of which request
    day     INTEGER NOT NULL,    -- calendar day on which it begins
    state   INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4), -- enum date_state
    PRIMARY KEY (request, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE space_quarter (     -- a quarter of an hour in which a space is taken
    space   INTEGER NOT NULL REFERENCES space (id), -- which
    day     INTEGER NOT NULL,    -- calendar day
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 0 AND 95), -- of that day, by the clock
    request INTEGER NOT NULL REFERENCES space_request (id), -- by whom
    began   INTEGER NOT NULL,    -- calendar day on which that date begins
    PRIMARY KEY (space, day, quarter)
) STRICT, WITHOUT ROWID;
CREATE INDEX space_quarter_on ON space_quarter (day, space, quarter);
CREATE INDEX space_quarter_by ON space_quarter (request, began);

CREATE INDEX location_by_address ON location (postal_code, address);
