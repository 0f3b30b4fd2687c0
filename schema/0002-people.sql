-- 0002 people: those who work with a dialogue, how they sign in, what they may do and what they did.

CREATE TABLE secret (            -- makes codes that nobody can guess -- small: one row
    id    INTEGER PRIMARY KEY CHECK (id = 1), -- always 1
    bytes BLOB NOT NULL          -- 32 random bytes, made at the first start
) STRICT;

CREATE TABLE answered (          -- forms that were answered, so that the same one sent twice is done once
    key      BLOB PRIMARY KEY,   -- SHA-256 of address and body, which holds 16 random bytes
    at       INTEGER NOT NULL,   -- instant; erased after two days
    location TEXT NOT NULL       -- where its sender was led
) STRICT, WITHOUT ROWID;
CREATE INDEX answered_at ON answered (at);

CREATE TABLE person (            -- somebody who works with a dialogue -- small: hundreds
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,      -- as colleagues know them; never shown to visitors
    email    TEXT NOT NULL UNIQUE, -- lower case; to sign in with
    password TEXT NOT NULL,      -- argon2id in its usual spelling; empty: none yet
    handle   BLOB NOT NULL UNIQUE, -- 32 random bytes: who this is to a passkey
    made     INTEGER NOT NULL,   -- instant
    ended    INTEGER             -- instant they left; NULL: still here
) STRICT;

CREATE TABLE role (              -- what somebody may do, and where -- small: a few per person
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person (id), -- who
    dialogue INTEGER REFERENCES dialogue (id), -- where; NULL: everywhere
    role     INTEGER NOT NULL CHECK (role BETWEEN 1 AND 5) -- enum who
) STRICT;
CREATE UNIQUE INDEX role_of_person ON role (person, coalesce(dialogue, 0));
CREATE INDEX role_in_dialogue ON role (dialogue, person);

CREATE TABLE invitation (        -- a link with which somebody chooses a password -- small: tens
    hash    BLOB PRIMARY KEY,    -- SHA-256 of the code in the link
    person  INTEGER NOT NULL REFERENCES person (id), -- for whom
    made_by INTEGER REFERENCES person (id), -- by whom; NULL: by the command line
    made    INTEGER NOT NULL,    -- instant
    ends    INTEGER NOT NULL     -- instant after which it no longer works
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_of_person ON invitation (person);

CREATE TABLE session (           -- a browser that signed in -- small: a few per person
    hash      BLOB PRIMARY KEY,  -- SHA-256 of the cookie
    person    INTEGER NOT NULL REFERENCES person (id), -- who
    id        INTEGER NOT NULL UNIQUE, -- its number in addresses
    made      INTEGER NOT NULL,  -- instant
    seen      INTEGER NOT NULL,  -- instant it was last used, to the hour
    device    TEXT NOT NULL,     -- kind of browser and device, to recognise it by
    complete  INTEGER NOT NULL CHECK (complete IN (0, 1)), -- every asked proof was given
    challenge BLOB NOT NULL      -- what a passkey has to sign now; empty: nothing
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_person ON session (person, made);

CREATE TABLE passkey (           -- a second proof, in a device or key of theirs -- small: a few per person
    id         INTEGER PRIMARY KEY,
    person     INTEGER NOT NULL REFERENCES person (id), -- whose
    credential BLOB NOT NULL UNIQUE, -- its name for the browser
    key        BLOB NOT NULL,    -- the public key, in COSE
    counter    INTEGER NOT NULL, -- how often it signed, when it counts
    name       TEXT NOT NULL,    -- as its owner calls it
    made       INTEGER NOT NULL, -- instant
    used       INTEGER           -- instant it was last used
) STRICT;
CREATE INDEX passkey_of_person ON passkey (person, id);

CREATE TABLE throttle (          -- tries that failed, so that guessing takes too long
    key   BLOB PRIMARY KEY,      -- HMAC of an address or a name: nobody can read who it was
    fails INTEGER NOT NULL,      -- in a row
    last  INTEGER NOT NULL,      -- instant of the last; erased after a day
    until INTEGER NOT NULL       -- instant before which no other try is looked at
) STRICT, WITHOUT ROWID;
CREATE INDEX throttle_last ON throttle (last);

-- Nothing is quietly changed. One row for each change of a voice, point, theme, dialogue or setting.
CREATE TABLE history (
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER REFERENCES dialogue (id), -- where; NULL: of the whole site
    thing    INTEGER NOT NULL CHECK (thing BETWEEN 0 AND 15), -- enum thing: what kind of thing
    number   INTEGER NOT NULL,   -- its id
    at       INTEGER NOT NULL,   -- instant
    person   INTEGER REFERENCES person (id), -- who did it; NULL: its author, or the program
    role     INTEGER NOT NULL CHECK (role BETWEEN 0 AND 5), -- enum who: as what
    act      INTEGER NOT NULL CHECK (act BETWEEN 0 AND 63), -- enum act: what was done
    batch    INTEGER NOT NULL,   -- id of the first row of the same act; its own id when it is alone
    before   TEXT NOT NULL,      -- what was there; emptied when that is erased
    after    TEXT NOT NULL,      -- what came for it; emptied when that is erased
    undone   INTEGER NOT NULL CHECK (undone IN (0, 1)) -- taken back by a later row
) STRICT;
CREATE INDEX history_of_thing ON history (thing, number, id);
CREATE INDEX history_of_batch ON history (batch, id);
CREATE INDEX history_of_dialogue ON history (dialogue, id);
