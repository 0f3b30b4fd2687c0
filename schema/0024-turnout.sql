-- 0024 turnout: who came to a gathering, as numbers that say nothing of one person, counted once when it is over.
--
-- Only what may be shown is kept: classes of five or more, the others together. Counted again after a
-- registration was erased, the difference would say who it was; so it is never counted again.

ALTER TABLE neighbourhood ADD COLUMN inhabitants INTEGER CHECK (inhabitants >= 0); -- how many live there, when the municipality filled it in

CREATE TABLE turnout (           -- -- small: tens per gathering
    gathering INTEGER NOT NULL REFERENCES gathering (id) ON DELETE CASCADE, -- which gathering
    aspect    INTEGER NOT NULL CHECK (aspect BETWEEN 0 AND 4), -- enum turnout_aspect: by what it is divided
    class     INTEGER NOT NULL,  -- value of that enum, or id of a neighbourhood; -1: not said; -2: the rest together
    people    INTEGER CHECK (people >= 0), -- how many; NULL: too few to show
    PRIMARY KEY (gathering, aspect, class)
) STRICT, WITHOUT ROWID;
