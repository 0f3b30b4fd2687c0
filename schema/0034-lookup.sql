-- 0034 lookup: commitments found late first and by year, and what happened newest first; the right to
-- challenge, by which people offer to do a task of the city themselves.

ALTER TABLE commitment ADD COLUMN moves INTEGER NOT NULL DEFAULT 0; -- how often its date was moved; kept by triggers
UPDATE commitment SET moves = (SELECT count(*) FROM commitment_moved m WHERE m.commitment = commitment.id);
CREATE TRIGGER commitment_moves_more AFTER INSERT ON commitment_moved BEGIN
    UPDATE commitment SET moves = moves + 1 WHERE id = new.commitment; END;
CREATE TRIGGER commitment_moves_fewer AFTER DELETE ON commitment_moved BEGIN
    UPDATE commitment SET moves = moves - 1 WHERE id = old.commitment; END;
CREATE INDEX commitment_late_first
    ON commitment (dialogue, (state >= 2), first_due, number, owner, advice, state, ended, moves);
CREATE INDEX commitment_made ON commitment (dialogue, made);
CREATE INDEX commitment_ended_on ON commitment (dialogue, ended);
CREATE INDEX commitment_moved_on ON commitment_moved (day);
CREATE INDEX deed_done_on ON deed (day);

CREATE TABLE challenge_terms (   -- under which terms the city can be challenged -- small: one per dialogue
    dialogue     INTEGER PRIMARY KEY REFERENCES dialogue (id) ON DELETE CASCADE, -- which dialogue
    is_open      INTEGER NOT NULL CHECK (is_open IN (0, 1)), -- people can send one now
    receipt_days INTEGER NOT NULL CHECK (receipt_days > 0), -- in so many days the city says whether it is complete
    decide_days  INTEGER NOT NULL CHECK (decide_days > 0), -- in so many days it decides, from when it came
    more_days    INTEGER NOT NULL CHECK (more_days >= 0), -- by so many it can be put off, once
    decider      TEXT NOT NULL,  -- who decides, as a role
    decider_en   TEXT NOT NULL   -- the same in English; may be empty
) STRICT;

CREATE TABLE challenge (         -- people who offer to do a task of the city themselves -- small: tens per dialogue
    id        INTEGER PRIMARY KEY,
    dialogue  INTEGER NOT NULL REFERENCES dialogue (id) ON DELETE CASCADE, -- in which dialogue
    number    INTEGER NOT NULL CHECK (number > 0), -- its number in addresses
    received  INTEGER NOT NULL,  -- calendar day it came
    state     INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4), -- enum challenge_state
    is_shown  INTEGER NOT NULL CHECK (is_shown IN (0, 1)), -- everybody can read it; else only that it came, and its terms
    lang      TEXT NOT NULL,     -- in which it was written
    task      TEXT NOT NULL,     -- which task of the city
    plan      TEXT NOT NULL,     -- how they would do it
    costs     TEXT NOT NULL,     -- what it costs, and who pays; may be empty
    backing   TEXT NOT NULL,     -- who backs it; may be empty
    complete  INTEGER,           -- calendar day the city said it is complete; NULL: not yet
    decide_by INTEGER NOT NULL,  -- calendar day by which it decides, as it stood first: never changes
    put_off   INTEGER,           -- calendar day to which that was put off; NULL: it was not
    why       TEXT NOT NULL,     -- why it was put off; empty: it was not
    decided   INTEGER,           -- calendar day of the decision, or of taking it back
    answer    TEXT NOT NULL,     -- what was decided and why; empty: nothing yet
    answer_en TEXT NOT NULL,     -- the same in English; may be empty
    CHECK ((state >= 2) = (decided IS NOT NULL)),
    UNIQUE (dialogue, number)
) STRICT;
CREATE INDEX challenge_decided ON challenge (decided);
CREATE TRIGGER challenge_term_stays BEFORE UPDATE OF decide_by ON challenge
WHEN old.decide_by <> new.decide_by BEGIN
    SELECT raise(ABORT, 'the term counts from the day it came'); END;

CREATE TABLE challenge_contact ( -- who to answer: never public
    challenge INTEGER PRIMARY KEY REFERENCES challenge (id) ON DELETE CASCADE, -- of which challenge
    name  TEXT NOT NULL,         -- of a person or group
    email TEXT NOT NULL,         -- of theirs; may be empty when there is a phone
    phone TEXT NOT NULL          -- of theirs; may be empty when there is an e-mail address
) STRICT;
