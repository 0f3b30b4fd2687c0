-- 0055 wanted: what people need and offer, who pulls something in a neighbourhood, and how they find each
-- other without anybody's address being shown.

CREATE TABLE wanted (            -- one need, offer, or puller
    id      INTEGER PRIMARY KEY,
    made    INTEGER NOT NULL,    -- instant
    lang    TEXT NOT NULL,       -- in which language its author is written to
    code    BLOB UNIQUE,         -- hash of its author's code
    kind    INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), -- enum wanted_kind
    who     INTEGER NOT NULL CHECK (who BETWEEN 0 AND 2), -- enum wanted_who
    name    TEXT NOT NULL,       -- a first name or that of a group, as they want to be called; may be empty
    email   TEXT NOT NULL,       -- of its author; shown to nobody
    title   TEXT NOT NULL,       -- in a few words; of a puller: what they are in their neighbourhood
    body    TEXT NOT NULL,       -- more about it
    subject INTEGER REFERENCES taxonomy_term (id), -- of the map; NULL: none
    area    INTEGER REFERENCES map_area (id), -- in which neighbourhood; NULL: the whole city
    times   INTEGER NOT NULL CHECK (times BETWEEN 0 AND 7), -- bits: by day, evening, weekend; 0: any time
    state   INTEGER NOT NULL CHECK (state BETWEEN 0 AND 6), -- enum wanted_state
    reason  TEXT NOT NULL,       -- why it is not shown, for its author; may be empty
    until   INTEGER NOT NULL,    -- calendar day on which it ends by itself, or ended
    asked   INTEGER,             -- calendar day its author was asked whether to go on; NULL: not yet
    terms   BLOB NOT NULL        -- its words, as algo/related.h keeps them
) STRICT;
CREATE INDEX wanted_in ON wanted (state, kind, id);
CREATE INDEX wanted_until ON wanted (state, until, id);

CREATE TABLE wanted_talk (       -- somebody answers to it
    id      INTEGER PRIMARY KEY,
    wanted  INTEGER NOT NULL REFERENCES wanted (id) ON DELETE CASCADE, -- to what
    made    INTEGER NOT NULL,    -- instant
    lang    TEXT NOT NULL,       -- in which language who answers is written to
    name    TEXT NOT NULL,       -- of who answers
    email   TEXT NOT NULL,       -- of who answers; shown to nobody
    code    BLOB UNIQUE,         -- hash of the code of who answers
    author_code BLOB UNIQUE,     -- hash of the code of the author, for this talk
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)), -- the button was pressed: the author has it
    closed  INTEGER NOT NULL CHECK (closed IN (0, 1)) -- one of both wants no more
) STRICT;
CREATE INDEX wanted_talk_of ON wanted_talk (wanted, id);

CREATE TABLE wanted_message (    -- a message in a talk
    talk    INTEGER NOT NULL REFERENCES wanted_talk (id) ON DELETE CASCADE, -- in which talk
    number  INTEGER NOT NULL,    -- 1, 2, …
    at      INTEGER NOT NULL,    -- instant
    author  INTEGER NOT NULL CHECK (author IN (0, 1)), -- by the author of what it is about
    body    TEXT NOT NULL,       -- what was said
    address TEXT NOT NULL,       -- the mail address that who wrote it chose to give; empty: none
    PRIMARY KEY (talk, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner (           -- an organisation that connects others -- small: tens
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL CHECK (name <> ''), -- as people know it
    about   TEXT NOT NULL,       -- what it does for others; may be empty
    role    TEXT NOT NULL,       -- whom to ask for: "de wijkverbinder"; no name
    contact TEXT NOT NULL,       -- mail address or number of the organisation; may be empty
    website TEXT NOT NULL,       -- may be empty
    area    INTEGER REFERENCES map_area (id) -- in which neighbourhood; NULL: the whole city
) STRICT;

CREATE TABLE small_event (       -- something small to go to: coffee, a clean-up, a café
    id        INTEGER PRIMARY KEY,
    made      INTEGER NOT NULL,  -- instant
    title     TEXT NOT NULL CHECK (title <> ''), -- what it is called
    body      TEXT NOT NULL,     -- more about it; may be empty
    organiser TEXT NOT NULL CHECK (organiser <> ''), -- which organisation or group
    place     TEXT NOT NULL,     -- where, in words; may be empty
    at_place  INTEGER REFERENCES place (id) ON DELETE SET NULL, -- a place of the map; NULL: elsewhere
    area      INTEGER REFERENCES map_area (id), -- in which neighbourhood; NULL: not said
    day       INTEGER NOT NULL,  -- calendar day
    starts    INTEGER,           -- minutes since midnight; NULL: not said
    ends      INTEGER,           -- the same
    state     INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- enum event_state
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)), -- it does not go on; stays to be seen
    changes   INTEGER NOT NULL   -- how often it was changed
) STRICT;
CREATE INDEX small_event_on ON small_event (state, day, id);
CREATE INDEX small_event_in ON small_event (area, state, day, id);
