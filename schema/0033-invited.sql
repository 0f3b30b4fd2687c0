-- 0033 invited: who was invited to a next gathering, so that pressing again, also weeks later, invites nobody twice.

CREATE TABLE invited (           -- somebody who took part was sent an invitation
    registration INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE, -- of whom; goes when that goes
    gathering    INTEGER NOT NULL REFERENCES gathering (id) ON DELETE CASCADE, -- to which gathering
    at           INTEGER NOT NULL, -- instant
    PRIMARY KEY (registration, gathering)
) STRICT, WITHOUT ROWID;
CREATE INDEX invited_to ON invited (gathering);
