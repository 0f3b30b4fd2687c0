-- 0027 daden: from a published point to advice, answer, commitment and deed; and the record of how people
-- could take part.
--
-- Advice rests on points by the id that is the same in every edition. Small titles stand with their
-- English beside them; what people read as a text has a row per language. Nothing of a person stands in
-- any of this, but for `commitment_contact` and who wrote a note.

ALTER TABLE dialogue ADD COLUMN counts_days INTEGER NOT NULL DEFAULT 1 CHECK (counts_days IN (0, 1)); -- pages say for how many days something waits

CREATE TABLE advice (            -- what the writers ask the city to do -- small: hundreds per dialogue
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id) ON DELETE CASCADE, -- of which dialogue
    number   INTEGER NOT NULL CHECK (number > 0), -- its number in addresses
    position INTEGER NOT NULL,   -- order in lists
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), -- enum advice_kind
    given    INTEGER,            -- calendar day it was given to the city; NULL: a draft, for the team alone
    UNIQUE (dialogue, number)
) STRICT;

CREATE TABLE advice_text (       -- -- small: a few per advice
    advice   INTEGER NOT NULL REFERENCES advice (id) ON DELETE CASCADE, -- of which advice
    lang     TEXT NOT NULL,      -- language of this row
    title    TEXT NOT NULL,      -- what is asked, in one sentence
    body     TEXT NOT NULL,      -- CommonMark: the advice itself
    priority TEXT NOT NULL,      -- how its place was decided; may be empty
    next     TEXT NOT NULL,      -- the next step for what goes well; may be empty
    PRIMARY KEY (advice, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE advice_point (      -- the points an advice rests on -- small: tens per advice
    advice   INTEGER NOT NULL REFERENCES advice (id) ON DELETE CASCADE, -- which advice
    point    INTEGER NOT NULL REFERENCES point_given (id), -- rests on this, in every edition that has it
    PRIMARY KEY (advice, point)
) STRICT, WITHOUT ROWID;
CREATE INDEX advice_of_point ON advice_point (point, advice);

CREATE TABLE point_aside (       -- a published point from which no advice is made, and why -- small: tens per dialogue
    point     INTEGER PRIMARY KEY REFERENCES point_given (id), -- which point
    day       INTEGER NOT NULL,  -- calendar day it was set aside
    reason    TEXT NOT NULL CHECK (reason <> ''), -- why, in the language of the dialogue
    reason_en TEXT NOT NULL      -- the same in English; may be empty
) STRICT;

CREATE TABLE step_kind (         -- the kinds of steps on the way through the city -- small: tens
    id       INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE, -- its name in the folder
    position INTEGER NOT NULL,   -- order in lists
    name     TEXT NOT NULL,      -- as the municipality calls it; empty: as the program does
    name_en  TEXT NOT NULL,      -- the same in English; may be empty
    used     INTEGER NOT NULL CHECK (used IN (0, 1)) -- it can be chosen
) STRICT;
INSERT INTO step_kind (id, code, position, name, name_en, used) VALUES
    (1, 'to-college', 1, '', '', 1), (2, 'decision', 2, '', '', 1), (3, 'council-letter', 3, '', '', 1),
    (4, 'council-agenda', 4, '', '', 1), (5, 'decided', 5, '', '', 1);

CREATE TABLE step (              -- one step on the way through the city -- small: tens per dialogue
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id) ON DELETE CASCADE, -- of which dialogue
    number   INTEGER NOT NULL CHECK (number > 0), -- its number in the dialogue
    position INTEGER NOT NULL,   -- order in the folder
    advice   INTEGER REFERENCES advice (id), -- of which advice; NULL: of all of them together
    kind     INTEGER NOT NULL REFERENCES step_kind (id), -- what was done
    day      INTEGER NOT NULL,   -- calendar day
    title    TEXT NOT NULL,      -- of the paper or meeting, in the language of the dialogue
    title_en TEXT NOT NULL,      -- the same in English; may be empty
    url      TEXT NOT NULL,      -- where it is to be read in the city's own system; may be empty
    hash     TEXT NOT NULL,      -- SHA-256 of that paper as it was, in hexadecimals; may be empty
    UNIQUE (dialogue, number)
) STRICT;
CREATE INDEX step_in_order ON step (dialogue, day, id);
CREATE INDEX step_of_advice ON step (advice, day);
CREATE INDEX step_of_kind ON step (kind);

CREATE TABLE answer (            -- what was decided on an advice -- small: one per advice
    advice   INTEGER PRIMARY KEY REFERENCES advice (id) ON DELETE CASCADE, -- on which advice
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), -- enum answer_kind
    day      INTEGER NOT NULL,   -- calendar day it was given
    money    INTEGER CHECK (money >= 0), -- whole euros that go with it, when known
    url      TEXT NOT NULL,      -- the paper in which it stands; may be empty
    hash     TEXT NOT NULL       -- SHA-256 of that paper as it was, in hexadecimals; may be empty
) STRICT;

CREATE TABLE answer_text (       -- -- small: a few per answer
    advice  INTEGER NOT NULL REFERENCES answer (advice) ON DELETE CASCADE, -- on which advice
    lang    TEXT NOT NULL,       -- language of this row
    reason  TEXT NOT NULL,       -- why
    options TEXT NOT NULL,       -- what was weighed; may be empty
    PRIMARY KEY (advice, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (           -- what came of an answer beside commitments -- small: a few per answer
    id       INTEGER PRIMARY KEY,
    advice   INTEGER NOT NULL REFERENCES answer (advice), -- of the answer on which advice
    number   INTEGER NOT NULL CHECK (number > 0), -- its number in the answer
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3), -- enum outcome_kind
    day      INTEGER,            -- calendar day, when known
    title    TEXT NOT NULL CHECK (title <> ''), -- what it is, in the language of the dialogue
    title_en TEXT NOT NULL,      -- the same in English; may be empty
    part     TEXT NOT NULL,      -- where in it: "paragraaf 3.2"; may be empty
    url      TEXT NOT NULL,      -- where it is to be read; may be empty
    UNIQUE (advice, number)
) STRICT;

CREATE TABLE department (        -- a role or department that can own a commitment -- small: tens per dialogue
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id) ON DELETE CASCADE, -- of which dialogue
    slug     TEXT NOT NULL,      -- its name in addresses
    position INTEGER NOT NULL,   -- order in lists
    name     TEXT NOT NULL CHECK (name <> ''), -- never a person's name
    name_en  TEXT NOT NULL,      -- the same in English; may be empty
    portfolio TEXT NOT NULL,     -- under which member of the college, as a subject; may be empty
    UNIQUE (dialogue, slug)
) STRICT;

CREATE TABLE commitment (        -- who will do what by when, because of an answer
    id        INTEGER PRIMARY KEY,
    dialogue  INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    number    INTEGER NOT NULL CHECK (number > 0), -- its number in addresses
    position  INTEGER NOT NULL,  -- order in the folder
    advice    INTEGER NOT NULL REFERENCES answer (advice), -- because of the answer on this advice
    owner     INTEGER NOT NULL REFERENCES department (id), -- who does it; others in commitment_owner
    made      INTEGER NOT NULL,  -- calendar day it was promised
    first_due INTEGER NOT NULL,  -- calendar day before which, as it was promised first: never changes
    due       INTEGER NOT NULL,  -- the same as it is promised now; kept by commitment_moved
    horizon   INTEGER NOT NULL CHECK (horizon BETWEEN 0 AND 1), -- enum horizon
    state     INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3), -- enum commitment_state
    ended     INTEGER,           -- calendar day it was done, or stopped
    budget    INTEGER CHECK (budget >= 0), -- whole euros, when known
    CHECK ((state >= 2) = (ended IS NOT NULL)),
    UNIQUE (dialogue, number)
) STRICT;
CREATE INDEX commitment_in_order ON commitment (dialogue, first_due, number);
CREATE INDEX commitment_of_answer ON commitment (advice, number);
CREATE INDEX commitment_of_owner ON commitment (owner, number);
CREATE INDEX commitment_ended ON commitment (ended);
CREATE TRIGGER commitment_first_due_stays BEFORE UPDATE OF first_due ON commitment
WHEN old.first_due <> new.first_due BEGIN
    SELECT raise(ABORT, 'lateness counts from the first date promised'); END;

CREATE TABLE commitment_text (
    commitment INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE, -- of which commitment
    lang    TEXT NOT NULL,       -- language of this row
    title   TEXT NOT NULL,       -- what will be done, in one sentence
    body    TEXT NOT NULL,       -- more about it; may be empty
    stopped TEXT NOT NULL,       -- why it was stopped; empty: it was not
    PRIMARY KEY (commitment, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment_owner (  -- departments that own it together with the first
    commitment INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE, -- which commitment
    department INTEGER NOT NULL REFERENCES department (id), -- who else
    PRIMARY KEY (commitment, department)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_owned_by ON commitment_owner (department, commitment);

CREATE TABLE commitment_place (  -- where; none: the whole area
    commitment    INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE, -- which commitment
    neighbourhood INTEGER NOT NULL REFERENCES neighbourhood (id), -- in this part of the city
    PRIMARY KEY (commitment, neighbourhood)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_placed ON commitment_place (neighbourhood, commitment);

CREATE TABLE commitment_contact ( -- whom the team asks how it goes: never public
    commitment INTEGER PRIMARY KEY REFERENCES commitment (id) ON DELETE CASCADE, -- about which commitment
    name  TEXT NOT NULL,         -- of the colleague
    email TEXT NOT NULL          -- of the colleague; may be empty
) STRICT;

CREATE TABLE commitment_moved (  -- each time its date was moved
    commitment INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE, -- which commitment
    number    INTEGER NOT NULL CHECK (number > 0), -- the first, second, … time
    day       INTEGER NOT NULL,  -- calendar day it was moved
    due       INTEGER NOT NULL,  -- calendar day before which, from then on
    reason    TEXT NOT NULL CHECK (reason <> ''), -- why, in the language of the dialogue
    reason_en TEXT NOT NULL,     -- the same in English; may be empty
    PRIMARY KEY (commitment, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER commitment_moves AFTER INSERT ON commitment_moved BEGIN
    UPDATE commitment SET due = new.due WHERE id = new.commitment AND NOT EXISTS
        (SELECT 1 FROM commitment_moved m WHERE m.commitment = new.commitment AND m.number > new.number); END;
CREATE TRIGGER commitment_moved_stays BEFORE UPDATE ON commitment_moved BEGIN
    SELECT raise(ABORT, 'the moving of a date never changes'); END;

CREATE TABLE deed (              -- something done for a commitment, with evidence
    id         INTEGER PRIMARY KEY,
    commitment INTEGER NOT NULL REFERENCES commitment (id), -- for which commitment
    number     INTEGER NOT NULL CHECK (number > 0), -- its number in the commitment
    day        INTEGER NOT NULL, -- calendar day it was done
    url        TEXT NOT NULL,    -- a page that shows it; may be empty
    document   TEXT NOT NULL,    -- where a paper about it is; may be empty
    hash       TEXT NOT NULL,    -- SHA-256 of that paper as it was, in hexadecimals; may be empty
    picture    INTEGER REFERENCES picture (id), -- a photo of it
    UNIQUE (commitment, number)
) STRICT;
CREATE INDEX deed_in_picture ON deed (picture);

CREATE TABLE deed_text (
    deed   INTEGER NOT NULL REFERENCES deed (id) ON DELETE CASCADE, -- of which deed
    lang   TEXT NOT NULL,        -- language of this row
    body   TEXT NOT NULL,        -- what was done
    figure TEXT NOT NULL,        -- a number that shows it, with what it counts; may be empty
    PRIMARY KEY (deed, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (              -- what somebody of the team wrote at a commitment
    id         INTEGER PRIMARY KEY,
    commitment INTEGER NOT NULL REFERENCES commitment (id), -- at which commitment
    number     INTEGER NOT NULL CHECK (number > 0), -- its number at the commitment
    day        INTEGER NOT NULL, -- calendar day
    is_public  INTEGER NOT NULL CHECK (is_public IN (0, 1)), -- 0: for the team alone
    person     INTEGER REFERENCES person (id), -- who wrote it; NULL: it came with a folder, or they left
    body       TEXT NOT NULL,    -- in the language of the dialogue
    body_en    TEXT NOT NULL,    -- the same in English; may be empty
    UNIQUE (commitment, number)
) STRICT;

CREATE TABLE participation (     -- how people could take part, as the law asks to record -- small: one per dialogue
    dialogue  INTEGER PRIMARY KEY REFERENCES dialogue (id) ON DELETE CASCADE, -- which dialogue
    ladder    INTEGER NOT NULL CHECK (ladder BETWEEN 0 AND 5), -- enum ladder
    evaluated INTEGER            -- calendar day of the evaluation; NULL: not yet
) STRICT;

CREATE TABLE participation_text ( -- -- small: a few per dialogue
    dialogue   INTEGER NOT NULL REFERENCES participation (dialogue) ON DELETE CASCADE, -- which dialogue
    lang       TEXT NOT NULL,    -- language of this row
    could      TEXT NOT NULL,    -- what people could decide about or change
    fixed      TEXT NOT NULL,    -- what was fixed beforehand, and why
    weighed    TEXT NOT NULL,    -- how what they said was weighed
    evaluation TEXT NOT NULL,    -- what was learnt; empty: not evaluated yet
    PRIMARY KEY (dialogue, lang)
) STRICT, WITHOUT ROWID;

-- A dialogue that goes takes all of this along, what rests on the rest first.
CREATE TRIGGER daden_go BEFORE DELETE ON dialogue BEGIN
    DELETE FROM note WHERE commitment IN (SELECT c.id FROM commitment c WHERE c.dialogue = old.id);
    DELETE FROM deed WHERE commitment IN (SELECT c.id FROM commitment c WHERE c.dialogue = old.id);
    DELETE FROM commitment WHERE dialogue = old.id;
    DELETE FROM outcome WHERE advice IN (SELECT a.id FROM advice a WHERE a.dialogue = old.id);
    DELETE FROM step WHERE dialogue = old.id;
    DELETE FROM advice WHERE dialogue = old.id;
    DELETE FROM point_aside WHERE point IN (SELECT g.id FROM point_given g WHERE g.dialogue = old.id); END;
