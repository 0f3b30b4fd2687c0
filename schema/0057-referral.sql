-- 0057 referral: somebody asks that a service of the map contacts them, or somebody asks it for them.

CREATE TABLE referral (           -- an asking, until some weeks after its last step
    id       INTEGER PRIMARY KEY,
    service  INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- who is asked
    asked    INTEGER NOT NULL,    -- instant
    lang     TEXT NOT NULL,       -- language of the asker
    name     TEXT NOT NULL CHECK (name <> ''), -- how to call them
    reach    TEXT NOT NULL CHECK (reach <> ''), -- their phone or e-mail address
    body     TEXT NOT NULL,       -- what it is about; may be empty
    helped   INTEGER NOT NULL CHECK (helped IN (0, 1)), -- somebody else filled it in, who may do so
    code     BLOB NOT NULL UNIQUE, -- SHA-256 of the asker's code
    for_them BLOB NOT NULL UNIQUE, -- SHA-256 of the code of who is asked
    state    INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3), -- enum referral_state
    changed  INTEGER NOT NULL,    -- instant of the last step
    reason   TEXT NOT NULL        -- why it was declined; may be empty
) STRICT;
CREATE INDEX referral_of ON referral (service, id);
CREATE INDEX referral_old ON referral (changed, id);
