-- 0056 map owner: who offers something on the sociale kaart is asked whether it is still right; who has no mail is called.

CREATE TABLE map_owner (         -- whom we ask whether the entries of an organisation are right: never public
    id           INTEGER PRIMARY KEY,
    organization INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE, -- of which organisation or initiative
    name         TEXT NOT NULL,  -- of somebody there; may be empty
    email        TEXT NOT NULL,  -- their address
    sure         INTEGER NOT NULL CHECK (sure BETWEEN 0 AND 7), -- enum owner_sure: how we know that it is theirs
    seen         INTEGER NOT NULL, -- calendar day they came, or answered last
    UNIQUE (organization, email)
) STRICT;
CREATE INDEX map_owner_waiting ON map_owner (sure, id);
CREATE INDEX map_owner_seen ON map_owner (seen);

CREATE TABLE owner_asking (      -- an owner was asked by mail
    id       INTEGER PRIMARY KEY,
    owner    INTEGER NOT NULL REFERENCES map_owner (id) ON DELETE CASCADE, -- who
    day      INTEGER NOT NULL,   -- calendar day
    hash     BLOB NOT NULL UNIQUE, -- SHA-256 of the code in its link
    delivery INTEGER NOT NULL CHECK (delivery BETWEEN 0 AND 2), -- enum mail_state
    answered INTEGER             -- calendar day of the first answer with it; NULL: none
) STRICT;
CREATE INDEX owner_asking_of ON owner_asking (owner, id);
CREATE TRIGGER owner_asking_delivered AFTER UPDATE OF state ON mail WHEN new.kind = 12 AND new.state <> old.state BEGIN
    UPDATE owner_asking SET delivery = new.state WHERE id = new.about; END;
CREATE TRIGGER owner_asking_goes BEFORE DELETE ON owner_asking BEGIN
    DELETE FROM mail WHERE kind = 12 AND about = old.id; END;

CREATE TABLE owner_answer (      -- what they said of an entry, with that link: once
    asking  INTEGER NOT NULL REFERENCES owner_asking (id) ON DELETE CASCADE, -- with which link
    service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- of which entry
    answer  INTEGER NOT NULL CHECK (answer BETWEEN 0 AND 7), -- enum owner_says
    day     INTEGER NOT NULL,    -- calendar day
    PRIMARY KEY (asking, service)
) STRICT, WITHOUT ROWID;
CREATE INDEX owner_answer_of ON owner_answer (service);

CREATE TABLE entry_call (        -- somebody was called about an entry
    id      INTEGER PRIMARY KEY,
    service INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE, -- which entry
    day     INTEGER NOT NULL,    -- calendar day
    outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 7) -- enum call_outcome
) STRICT;
CREATE INDEX entry_call_of ON entry_call (service, outcome, day);
