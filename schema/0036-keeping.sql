-- 0036 keeping: what keeps promises alive. Each owner is asked how it goes; who raised something says whether
-- it is noticed; whoever wants to follows by mail; a question gets a reply.

CREATE TABLE owner_contact (     -- whom the team asks how it goes, of each owner: never public
    commitment INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE, -- about which commitment
    department INTEGER NOT NULL REFERENCES department (id), -- of which owner
    name  TEXT NOT NULL,         -- of the colleague
    email TEXT NOT NULL,         -- of the colleague; may be empty
    PRIMARY KEY (commitment, department)
) STRICT, WITHOUT ROWID;
CREATE INDEX owner_contact_of ON owner_contact (department);
INSERT INTO owner_contact (commitment, department, name, email)
    SELECT k.commitment, c.owner, k.name, k.email FROM commitment_contact k JOIN commitment c ON c.id = k.commitment;
DROP TABLE commitment_contact;

CREATE TABLE asking (            -- an owner was asked by mail how it goes
    id         INTEGER PRIMARY KEY,
    commitment INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE, -- about which commitment
    number     INTEGER NOT NULL CHECK (number > 0), -- its number at the commitment
    department INTEGER NOT NULL REFERENCES department (id), -- which owner
    occasion   INTEGER NOT NULL CHECK (occasion BETWEEN 0 AND 7), -- enum occasion: why then
    day        INTEGER NOT NULL, -- calendar day
    hash       BLOB UNIQUE,      -- SHA-256 of the code in its link; NULL: it came with a folder, or was wiped
    delivery   INTEGER NOT NULL CHECK (delivery BETWEEN 0 AND 2), -- enum mail_state
    answered   INTEGER,          -- calendar day; NULL: not answered
    answer     INTEGER CHECK (answer BETWEEN 0 AND 7), -- enum owner_answer
    asked_by   INTEGER REFERENCES person (id), -- who pressed the button; NULL: the program
    CHECK ((answered IS NULL) = (answer IS NULL)),
    UNIQUE (commitment, number)
) STRICT;
CREATE INDEX asking_of_owner ON asking (department);
CREATE TRIGGER asking_delivered AFTER UPDATE OF state ON mail WHEN new.kind = 5 AND new.state <> old.state BEGIN
    UPDATE asking SET delivery = new.state WHERE id = new.about; END;

CREATE TABLE verdict (           -- does somebody notice it?
    id         INTEGER PRIMARY KEY,
    commitment INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE, -- of which commitment
    deed       INTEGER REFERENCES deed (id) ON DELETE CASCADE, -- of which deed; NULL: of all that was promised
    follows    INTEGER NOT NULL CHECK (follows IN (0, 1)), -- by who follows it; else by who raised it
    giver      BLOB NOT NULL,    -- a mark of who it is, for this commitment alone: one answer each
    answer     INTEGER NOT NULL CHECK (answer BETWEEN 0 AND 2), -- enum verdict_answer
    day        INTEGER NOT NULL, -- calendar day of the last change
    changes    INTEGER NOT NULL, -- how often it was changed
    voice      INTEGER REFERENCES voice (id) -- the why, as a voice of its own; NULL: none
) STRICT;
CREATE UNIQUE INDEX verdict_once ON verdict (commitment, coalesce(deed, 0), giver);
CREATE INDEX verdict_of_deed ON verdict (deed);
CREATE INDEX deed_by_day ON deed (day);
CREATE INDEX verdict_why ON verdict (voice);

CREATE TABLE verdict_counted (   -- answers that came counted, with a folder -- small: a few per deed
    commitment INTEGER NOT NULL REFERENCES commitment (id) ON DELETE CASCADE, -- of which commitment
    deed       INTEGER NOT NULL, -- number of the deed there; 0: of all that was promised
    follows    INTEGER NOT NULL CHECK (follows IN (0, 1)), -- by who follows it; else by who raised it
    answer     INTEGER NOT NULL CHECK (answer BETWEEN 0 AND 2), -- enum verdict_answer
    people     INTEGER NOT NULL CHECK (people >= 0), -- how many
    PRIMARY KEY (commitment, deed, follows, answer)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict_asked (     -- somebody who took part was asked by mail whether they notice a deed
    deed         INTEGER NOT NULL REFERENCES deed (id) ON DELETE CASCADE, -- which deed
    registration INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE, -- who; goes when that goes
    at           INTEGER NOT NULL, -- instant
    PRIMARY KEY (deed, registration)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_asked_of ON verdict_asked (registration);

CREATE TABLE follower (          -- an address that gets news by mail: never public
    id      INTEGER PRIMARY KEY,
    email   TEXT NOT NULL UNIQUE, -- the address
    lang    TEXT NOT NULL,       -- language of its mails
    code    BLOB NOT NULL UNIQUE, -- SHA-256 of the code in its links
    made    INTEGER NOT NULL,    -- instant
    asked   INTEGER NOT NULL,    -- instant of the last mail that asks to confirm
    monthly INTEGER NOT NULL CHECK (monthly IN (0, 1)), -- once a month; else every week
    told    INTEGER NOT NULL     -- id of the newest news it was told
) STRICT;

CREATE TABLE follow (            -- what a follower follows
    follower  INTEGER NOT NULL REFERENCES follower (id) ON DELETE CASCADE, -- who
    what      INTEGER NOT NULL CHECK (what BETWEEN 0 AND 7), -- enum followed
    about     INTEGER NOT NULL,  -- id of that
    dialogue  INTEGER NOT NULL REFERENCES dialogue (id) ON DELETE CASCADE, -- in which dialogue
    asked     INTEGER NOT NULL,  -- instant it was asked
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)), -- the button in the mail was pressed
    PRIMARY KEY (follower, what, about)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_of ON follow (what, about, confirmed);
CREATE INDEX follow_in ON follow (dialogue);
CREATE INDEX follow_asked ON follow (confirmed, asked);

CREATE TABLE news (              -- what happened with advice, answers and promises, in the order it was written down
    id         INTEGER PRIMARY KEY,
    dialogue   INTEGER NOT NULL REFERENCES dialogue (id) ON DELETE CASCADE, -- in which dialogue
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 15), -- enum news_kind
    advice     INTEGER NOT NULL REFERENCES advice (id) ON DELETE CASCADE, -- with which advice
    commitment INTEGER REFERENCES commitment (id) ON DELETE CASCADE, -- with which commitment; NULL: none
    part       INTEGER NOT NULL  -- number of the deed or of the moving; else 0
) STRICT;
CREATE UNIQUE INDEX news_once ON news (kind, advice, coalesce(commitment, 0), part);
CREATE INDEX news_of_commitment ON news (commitment);
CREATE INDEX news_of_advice ON news (advice);
CREATE INDEX news_in ON news (dialogue, id);
CREATE TRIGGER news_advice AFTER INSERT ON advice WHEN new.given IS NOT NULL BEGIN
    INSERT INTO news (dialogue, kind, advice, commitment, part) VALUES (new.dialogue, 0, new.id, NULL, 0)
    ON CONFLICT DO NOTHING; END;
CREATE TRIGGER news_advice_given AFTER UPDATE OF given ON advice WHEN new.given IS NOT NULL BEGIN
    INSERT INTO news (dialogue, kind, advice, commitment, part) VALUES (new.dialogue, 0, new.id, NULL, 0)
    ON CONFLICT DO NOTHING; END;
CREATE TRIGGER news_answer AFTER INSERT ON answer BEGIN
    INSERT INTO news (dialogue, kind, advice, commitment, part)
    SELECT a.dialogue, 1, a.id, NULL, 0 FROM advice a WHERE a.id = new.advice ON CONFLICT DO NOTHING; END;
CREATE TRIGGER news_commitment AFTER INSERT ON commitment BEGIN
    INSERT INTO news (dialogue, kind, advice, commitment, part) VALUES (new.dialogue, 2, new.advice, new.id, 0)
    ON CONFLICT DO NOTHING; END;
CREATE TRIGGER news_moved AFTER INSERT ON commitment_moved BEGIN
    INSERT INTO news (dialogue, kind, advice, commitment, part)
    SELECT c.dialogue, 3, c.advice, c.id, new.number FROM commitment c WHERE c.id = new.commitment
    ON CONFLICT DO NOTHING; END;
CREATE TRIGGER news_deed AFTER INSERT ON deed BEGIN
    INSERT INTO news (dialogue, kind, advice, commitment, part)
    SELECT c.dialogue, 4, c.advice, c.id, new.number FROM commitment c WHERE c.id = new.commitment
    ON CONFLICT DO NOTHING; END;
CREATE TRIGGER news_ended AFTER UPDATE OF state ON commitment WHEN new.state >= 2 AND old.state < 2 BEGIN
    INSERT INTO news (dialogue, kind, advice, commitment, part)
    VALUES (new.dialogue, new.state + 3, new.advice, new.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TABLE digest (            -- a round of mails with the news -- small: one a week
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,    -- instant it was asked
    site    TEXT NOT NULL,       -- where this site is for the world: in its links
    monthly INTEGER NOT NULL CHECK (monthly IN (0, 1)), -- also to who wants it once a month
    upto    INTEGER NOT NULL,    -- id of the newest news in it
    after   INTEGER NOT NULL,    -- id of the last follower that was looked at
    mails   INTEGER NOT NULL     -- how many were queued
) STRICT;

CREATE TABLE reply (             -- what the city says to a question of the report -- small: tens per dialogue
    point   INTEGER PRIMARY KEY REFERENCES point_given (id), -- to which question
    day     INTEGER NOT NULL,    -- calendar day
    body    TEXT NOT NULL CHECK (body <> ''), -- in the language of the dialogue
    body_en TEXT NOT NULL,       -- the same in English; may be empty
    url     TEXT NOT NULL        -- where more can be read; may be empty
) STRICT;

CREATE TRIGGER keeping_goes BEFORE DELETE ON dialogue BEGIN
    DELETE FROM reply WHERE point IN (SELECT g.id FROM point_given g WHERE g.dialogue = old.id); END;
