-- 0032 job: long work that is done beside the pages, and how far it is.

CREATE TABLE job (               -- what was asked last, of each kind and each subject -- small: a row per gathering
    kind    INTEGER NOT NULL CHECK (kind >= 0), -- enum job_kind
    subject INTEGER NOT NULL,    -- what it is about, by kind: a gathering
    variant INTEGER NOT NULL,    -- which way, by kind
    turn    INTEGER NOT NULL,    -- how often it was asked or stopped; work for an earlier turn is thrown away
    asked   INTEGER NOT NULL,    -- instant it was asked
    state   INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3), -- enum job_state
    tries   INTEGER NOT NULL,    -- how often it was begun: a server that was killed begins it again
    done    INTEGER NOT NULL CHECK (done BETWEEN 0 AND 100), -- how far it is, of a hundred
    PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;
