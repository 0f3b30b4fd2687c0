-- 0035 kaart: who helps, where and when: the sociale kaart, in the shape of the Human Services Data
-- Specification (HSDS 3.2), as far as it is used.
--
-- Names of tables and columns are those of HSDS where it has them. What people read has a row per
-- language. Hours are kept as they are written ("ma-vr 09:00-17:00", algo/hours.h); schedules, the mask of
-- a week and schema.org come from that. Who is in it has no account and no track: nothing here is
-- about somebody who looks for help.

CREATE TABLE map_source (        -- where entries come from -- small: tens
    id        INTEGER PRIMARY KEY,
    slug      TEXT NOT NULL UNIQUE, -- its name in files
    name      TEXT NOT NULL CHECK (name <> ''), -- as people know it
    url       TEXT NOT NULL,     -- where it is; may be empty
    elsewhere INTEGER NOT NULL CHECK (elsewhere IN (0, 1)) -- it leads: importing again overwrites, and nobody changes its entries here
) STRICT;

CREATE TABLE map_area (          -- a neighbourhood on the map -- small: hundreds
    id        INTEGER PRIMARY KEY,
    slug      TEXT NOT NULL UNIQUE, -- its name in addresses
    name      TEXT NOT NULL CHECK (name <> ''), -- as people call it
    latitude  INTEGER,           -- its middle, in millionths of a degree; NULL: not known
    longitude INTEGER            -- the same
) STRICT;

CREATE TABLE postcode (          -- where a postcode lies, so that nobody else is asked
    code      TEXT PRIMARY KEY,  -- "1315AB", or "1315" for all of that district
    latitude  INTEGER NOT NULL,  -- millionths of a degree
    longitude INTEGER NOT NULL   -- the same
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (      -- who offers something
    id         INTEGER PRIMARY KEY,
    uuid       TEXT NOT NULL UNIQUE, -- its id in HSDS
    source     INTEGER NOT NULL REFERENCES map_source (id), -- where it comes from
    source_key TEXT NOT NULL,    -- its id there
    name       TEXT NOT NULL CHECK (name <> ''), -- as people know it
    description TEXT NOT NULL,   -- who they are; may be empty
    website    TEXT NOT NULL,    -- may be empty
    email      TEXT NOT NULL,    -- of the organisation, for everybody; may be empty
    modified   INTEGER NOT NULL, -- instant of the last change
    UNIQUE (source, source_key)
) STRICT;
CREATE INDEX organization_by_name ON organization (name, id);

CREATE TABLE service (           -- something one can go to or call: a service or an initiative
    id           INTEGER PRIMARY KEY, -- also its place in the index; never used again
    uuid         TEXT NOT NULL UNIQUE, -- its id in HSDS
    slug         TEXT NOT NULL UNIQUE, -- its name in addresses
    organization INTEGER NOT NULL REFERENCES organization (id), -- who offers it
    source       INTEGER NOT NULL REFERENCES map_source (id), -- where it comes from
    source_key   TEXT NOT NULL,  -- its id there
    kind         INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1), -- enum service_kind
    status       INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3), -- enum service_status
    website      TEXT NOT NULL,  -- may be empty
    email        TEXT NOT NULL,  -- for everybody; may be empty
    free         INTEGER CHECK (free IN (0, 1)), -- costs nothing; NULL: not known
    referral     INTEGER CHECK (referral IN (0, 1)), -- somebody has to refer you; NULL: not known
    minimum_age  INTEGER,        -- years; NULL: none
    maximum_age  INTEGER,        -- years; NULL: none
    assured      INTEGER,        -- calendar day somebody confirmed that it is right; NULL: never
    modified     INTEGER NOT NULL, -- instant of the last change
    UNIQUE (source, source_key)
) STRICT;
CREATE INDEX service_of_organization ON service (organization, id);
CREATE INDEX service_modified ON service (modified, id);
CREATE INDEX service_assured ON service (assured, id);

CREATE TABLE service_text (
    service     INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- of which service
    lang        TEXT NOT NULL,   -- language of this row
    name        TEXT NOT NULL CHECK (name <> ''), -- what it is called
    other_names TEXT NOT NULL,   -- what people call it too, with commas; may be empty
    description TEXT NOT NULL,   -- for residents, in plain words
    summary     TEXT NOT NULL,   -- for professionals who refer; may be empty
    application TEXT NOT NULL,   -- how to begin; may be empty
    fees        TEXT NOT NULL,   -- what it costs, in words; may be empty
    eligibility TEXT NOT NULL,   -- for whom; may be empty
    arrival     TEXT NOT NULL,   -- what happens when you walk in; may be empty
    company     TEXT NOT NULL,   -- may somebody come along, and who can bring you; may be empty
    alert       TEXT NOT NULL,   -- what one must know now: closed for rebuilding; may be empty
    PRIMARY KEY (service, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE location (          -- a place
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE, -- its id in HSDS
    name        TEXT NOT NULL,   -- of the building; may be empty
    address     TEXT NOT NULL,   -- street and number; empty: it is nowhere, or not told
    postal_code TEXT NOT NULL,   -- may be empty
    city        TEXT NOT NULL,   -- may be empty
    area        INTEGER REFERENCES map_area (id), -- in which neighbourhood; NULL: not known
    latitude    INTEGER,         -- millionths of a degree; NULL: not known
    longitude   INTEGER,         -- the same
    transportation TEXT NOT NULL, -- how to come there; may be empty
    wheelchair  INTEGER CHECK (wheelchair IN (0, 1)), -- one can come in with a wheelchair; NULL: not known
    accessibility TEXT NOT NULL  -- more about that; may be empty
) STRICT;

CREATE TABLE service_at_location ( -- a service at a place, with its hours there
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE, -- its id in HSDS
    service     INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- what
    location    INTEGER NOT NULL REFERENCES location (id), -- where
    position    INTEGER NOT NULL, -- order on its page
    hours       TEXT NOT NULL,   -- as algo/hours.h writes them; empty: not known
    UNIQUE (service, position)
) STRICT;
CREATE INDEX service_at_location_there ON service_at_location (location, service);

CREATE TABLE phone (             -- a number of a service
    service     INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- of which service
    position    INTEGER NOT NULL, -- order on its page
    number      TEXT NOT NULL CHECK (number <> ''), -- as one dials it
    description TEXT NOT NULL,   -- "ook ’s nachts"; may be empty
    PRIMARY KEY (service, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_language (  -- languages in which one is helped
    service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- at which service
    code    TEXT NOT NULL,       -- ISO 639-1
    PRIMARY KEY (service, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE taxonomy_term (     -- a subject one can look under -- small: hundreds
    id          INTEGER PRIMARY KEY,
    uuid        TEXT NOT NULL UNIQUE, -- its id in HSDS
    code        TEXT NOT NULL UNIQUE, -- its name in files and addresses
    parent      INTEGER REFERENCES taxonomy_term (id), -- under which; NULL: at the top
    position    INTEGER NOT NULL, -- order in lists
    name        TEXT NOT NULL CHECK (name <> ''), -- in Dutch
    name_en     TEXT NOT NULL,   -- the same in English; may be empty
    question    TEXT NOT NULL,   -- as somebody would say it who has it: "Ik heb geldzorgen"; may be empty
    question_en TEXT NOT NULL    -- the same in English; may be empty
) STRICT;

CREATE TABLE service_term (      -- what a service is filed under
    service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- which service
    term    INTEGER NOT NULL REFERENCES taxonomy_term (id), -- under this
    PRIMARY KEY (service, term)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_of_term ON service_term (term, service);

-- ---- finding ----

CREATE TABLE map_meaning (       -- what residents say, and how the map calls it; beside the list that comes with the program -- small: hundreds
    id    INTEGER PRIMARY KEY,
    said  TEXT NOT NULL UNIQUE,  -- a word, or words that stand together: "huur niet betalen"
    means TEXT NOT NULL          -- words of the map, with commas; empty: what the program has for it is not used
) STRICT;

CREATE TABLE map_posting (       -- the entries in which a term stands
    term    INTEGER NOT NULL,    -- as algo/finder.h makes it of a word
    chunk   INTEGER NOT NULL,    -- of which 4096 services
    entries BLOB NOT NULL,       -- as algo/finder.h keeps them
    PRIMARY KEY (term, chunk)
) STRICT, WITHOUT ROWID;

CREATE TABLE map_facts (         -- what a list filters and sorts by, of 4096 services together -- small: tens
    chunk INTEGER PRIMARY KEY,   -- which
    facts BLOB NOT NULL,         -- as features/map/facts.h keeps them
    hours BLOB NOT NULL          -- when they are open, the same
) STRICT;

CREATE TABLE map_vocabulary (    -- the words of the map, to correct what is misspelt -- small: tens
    length INTEGER PRIMARY KEY,  -- of their sound
    words  BLOB NOT NULL         -- as algo/spelling.h keeps them
) STRICT;

CREATE TABLE map_state (         -- the index as a whole -- small: one row
    id       INTEGER PRIMARY KEY CHECK (id = 1), -- always 1
    made     INTEGER NOT NULL,   -- version of the program's own list and reading it was made with
    entries  INTEGER NOT NULL,   -- services in it
    highest  INTEGER NOT NULL,   -- highest id of a service
    meanings BLOB NOT NULL       -- what residents say, as terms
) STRICT;

-- ---- staying right ----

CREATE TABLE service_report (    -- somebody says that an entry is not right
    id       INTEGER PRIMARY KEY,
    service  INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- which entry
    received INTEGER NOT NULL,   -- instant
    what     INTEGER NOT NULL CHECK (what BETWEEN 0 AND 4), -- enum report_what
    body     TEXT NOT NULL,      -- in their words; may be empty
    done     INTEGER             -- instant it was dealt with; NULL: it waits
) STRICT;
CREATE INDEX service_report_waiting ON service_report (done, id);
CREATE INDEX service_report_of ON service_report (service, id);
