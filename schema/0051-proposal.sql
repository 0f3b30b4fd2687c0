-- 0051 proposal: what anybody proposes to change of the sociale kaart. Until somebody accepts it nothing changes.

CREATE TABLE proposal (          -- a change of an entry, or a new entry, that was proposed
    id       INTEGER PRIMARY KEY,
    service  INTEGER REFERENCES service (id) ON DELETE CASCADE, -- of which entry; NULL: a new one
    received INTEGER NOT NULL,   -- instant
    note     TEXT NOT NULL,      -- how they know; may be empty
    hash     BLOB NOT NULL UNIQUE, -- SHA-256 of the code with which who proposed it sees what became of it
    state    INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3), -- enum proposal_state
    decided  INTEGER,            -- instant; NULL: it waits
    reason   TEXT NOT NULL       -- why it was refused; empty: it was not
) STRICT;
CREATE INDEX proposal_waiting ON proposal (state, id);
CREATE INDEX proposal_of ON proposal (service, state);
CREATE INDEX proposal_received ON proposal (received);

CREATE TABLE proposal_field (    -- what becomes different
    proposal    INTEGER NOT NULL REFERENCES proposal (id) ON DELETE CASCADE, -- of which proposal
    field       TEXT NOT NULL,   -- as in metadata.field_name
    previous    TEXT NOT NULL,   -- what stood there when it was proposed
    replacement TEXT NOT NULL,   -- what should stand there
    taken       INTEGER NOT NULL CHECK (taken IN (0, 1)), -- it was accepted
    PRIMARY KEY (proposal, field)
) STRICT, WITHOUT ROWID;
