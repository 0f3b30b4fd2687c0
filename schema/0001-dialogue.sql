-- 0001 dialogue: one question put to a city, from what was said to the report.
--
-- Every text that people read stands in a row of its own per language: in `<table>_text`, one row in
-- the dialogue's own language and one for each translation. Points exist in editions: edition 0 is
-- the draft; publishing copies it under the next number, and copies never change (triggers below).

CREATE TABLE municipality (      -- the city this data file serves -- small: one row
    id      INTEGER PRIMARY KEY CHECK (id = 1), -- always 1
    name    TEXT NOT NULL,       -- as people call it
    colour  INTEGER NOT NULL,    -- its colour, 0xRRGGBB
    phone   TEXT NOT NULL,       -- for help and questions; may be empty
    email   TEXT NOT NULL,       -- for help and questions; may be empty
    website TEXT NOT NULL        -- its own site; may be empty
) STRICT;

CREATE TABLE dialogue (          -- one question, with its themes and phases -- small: tens
    id       INTEGER PRIMARY KEY,
    slug     TEXT NOT NULL UNIQUE, -- its name in addresses
    position INTEGER NOT NULL,   -- order on the front page
    lang     TEXT NOT NULL,      -- language its own texts are written in
    invented INTEGER NOT NULL CHECK (invented IN (0, 1)), -- made-up content: labelled on every page
    picture  INTEGER REFERENCES picture (id) DEFERRABLE INITIALLY DEFERRED -- shown first
) STRICT;

CREATE TABLE dialogue_text (     -- -- small: a few per dialogue
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- whose texts
    lang     TEXT NOT NULL,      -- language of this row
    title    TEXT NOT NULL,      -- name of the dialogue
    question TEXT NOT NULL,      -- what is asked of the city
    summary  TEXT NOT NULL,      -- two or three sentences under the question
    area     TEXT NOT NULL,      -- city or part of it
    notice   TEXT NOT NULL,      -- shown on each of its pages; may be empty
    PRIMARY KEY (dialogue, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE neighbourhood (     -- a part of the area -- small: hundreds
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    slug     TEXT NOT NULL,      -- its name in addresses
    position INTEGER NOT NULL,   -- order in lists
    name     TEXT NOT NULL,      -- as people call it
    code     TEXT NOT NULL,      -- code of Statistics Netherlands, or empty
    UNIQUE (dialogue, slug)
) STRICT;

CREATE TABLE phase (             -- how far a dialogue is -- small: five per dialogue
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    phase    INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 4), -- enum phase
    state    INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- enum phase_state
    PRIMARY KEY (dialogue, phase)
) STRICT, WITHOUT ROWID;

CREATE TABLE phase_text (        -- -- small: a few per phase
    dialogue INTEGER NOT NULL,   -- of which dialogue
    phase    INTEGER NOT NULL,   -- enum phase
    lang     TEXT NOT NULL,      -- language of this row
    moment   TEXT NOT NULL,      -- when, in words
    PRIMARY KEY (dialogue, phase, lang),
    FOREIGN KEY (dialogue, phase) REFERENCES phase (dialogue, phase)
) STRICT, WITHOUT ROWID;

CREATE TABLE section (           -- a long text of the report: how it came about, what is next, …
                                 -- small: eight per dialogue and language
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    section  INTEGER NOT NULL CHECK (section BETWEEN 0 AND 7), -- enum section
    lang     TEXT NOT NULL,      -- language of this row
    body     TEXT NOT NULL,      -- CommonMark
    PRIMARY KEY (dialogue, section, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE image (             -- pixels, re-encoded and without metadata
    id     INTEGER PRIMARY KEY,
    hash   TEXT NOT NULL UNIQUE, -- first 40 hexadecimals of the SHA-256 of bytes: its address
    type   TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png')), -- of bytes and small
    width  INTEGER NOT NULL,     -- pixels
    height INTEGER NOT NULL,     -- pixels
    bytes  BLOB NOT NULL,        -- at most 1600 pixels wide
    small  BLOB NOT NULL         -- the same picture at most 640 pixels wide
) STRICT;

CREATE TABLE picture (           -- an image as a dialogue uses it -- small: hundreds
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    slug     TEXT NOT NULL,      -- its name in the folder
    position INTEGER NOT NULL,   -- order in the folder
    image    INTEGER NOT NULL REFERENCES image (id), -- its pixels
    file     TEXT NOT NULL,      -- name of the file it came as, made plain
    maker    TEXT NOT NULL,      -- who drew or took it; may be empty
    UNIQUE (dialogue, slug)
) STRICT;

CREATE TABLE picture_text (      -- -- small: a few per picture
    picture INTEGER NOT NULL REFERENCES picture (id), -- of which picture
    lang    TEXT NOT NULL,       -- language of this row
    alt     TEXT NOT NULL CHECK (alt <> ''), -- what is seen, for who cannot see it
    caption TEXT NOT NULL,       -- printed under it; may be empty
    PRIMARY KEY (picture, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE pillar (            -- a concern under which themes can stand -- small: a few per dialogue
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    slug     TEXT NOT NULL,      -- its name in the folder
    position INTEGER NOT NULL,   -- order on the page
    UNIQUE (dialogue, slug)
) STRICT;

CREATE TABLE pillar_text (       -- -- small: a few per pillar
    pillar INTEGER NOT NULL REFERENCES pillar (id), -- of which pillar
    lang   TEXT NOT NULL,        -- language of this row
    title  TEXT NOT NULL,        -- the concern in a few words
    body   TEXT NOT NULL,        -- the concern in a few sentences
    PRIMARY KEY (pillar, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme (             -- a subject of a dialogue -- small: tens per dialogue
    id        INTEGER PRIMARY KEY,
    dialogue  INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    slug      TEXT NOT NULL,     -- its name in addresses
    position  INTEGER NOT NULL,  -- order on the page
    pillar    INTEGER REFERENCES pillar (id), -- the concern it belongs to
    picture   INTEGER REFERENCES picture (id), -- its drawing or photo
    open_table INTEGER NOT NULL CHECK (open_table IN (0, 1)), -- for what fitted nowhere else
    UNIQUE (dialogue, slug)
) STRICT;
CREATE INDEX theme_in_order ON theme (dialogue, position);

CREATE TABLE theme_text (        -- -- small: a few per theme
    theme    INTEGER NOT NULL REFERENCES theme (id), -- of which theme
    lang     TEXT NOT NULL,      -- language of this row
    title    TEXT NOT NULL,      -- name of the theme
    question TEXT NOT NULL,      -- what was asked at the table
    context  TEXT NOT NULL,      -- why it matters, in a few sentences
    PRIMARY KEY (theme, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE gathering (         -- an evening -- small: tens per dialogue
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    slug     TEXT NOT NULL,      -- its name in addresses
    position INTEGER NOT NULL,   -- order on the page
    day      INTEGER NOT NULL,   -- calendar day
    starts   INTEGER,            -- clock time in minutes, when known
    ends     INTEGER,            -- clock time in minutes, when known
    people   INTEGER,            -- how many came, when known
    about    INTEGER NOT NULL CHECK (about IN (0, 1)), -- that number is an estimate
    picture  INTEGER REFERENCES picture (id), -- of the evening
    UNIQUE (dialogue, slug)
) STRICT;

CREATE TABLE gathering_text (    -- -- small: a few per gathering
    gathering INTEGER NOT NULL REFERENCES gathering (id), -- of which gathering
    lang      TEXT NOT NULL,     -- language of this row
    title     TEXT NOT NULL,     -- name of the evening
    place     TEXT NOT NULL,     -- where; may be empty
    body      TEXT NOT NULL,     -- what it was like, in a few sentences
    PRIMARY KEY (gathering, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme (         -- what happened that evening, in order -- small: tens per gathering
    id        INTEGER PRIMARY KEY,
    gathering INTEGER NOT NULL REFERENCES gathering (id), -- of which gathering
    position  INTEGER NOT NULL,  -- order
    starts    INTEGER,           -- clock time in minutes, when known
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4), -- enum programme_kind
    UNIQUE (gathering, position)
) STRICT;

CREATE TABLE programme_text (    -- -- small: a few per item
    programme INTEGER NOT NULL REFERENCES programme (id), -- of which item
    lang      TEXT NOT NULL,     -- language of this row
    title     TEXT NOT NULL,     -- what it was
    body      TEXT NOT NULL,     -- more about it; may be empty
    PRIMARY KEY (programme, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE tables (            -- a theme × a round × a place in the room -- small: hundreds per dialogue
    id        INTEGER PRIMARY KEY,
    gathering INTEGER NOT NULL REFERENCES gathering (id), -- of which gathering
    round     INTEGER NOT NULL CHECK (round > 0), -- which round
    number    INTEGER NOT NULL CHECK (number > 0), -- number on the table
    position  INTEGER NOT NULL,  -- order in the folder
    theme     INTEGER NOT NULL REFERENCES theme (id), -- what was talked about
    place     TEXT NOT NULL,     -- where in the room; may be empty
    UNIQUE (gathering, round, number)
) STRICT;
CREATE INDEX tables_of_theme ON tables (theme, gathering, round, number);

CREATE TABLE source (            -- a study, an interview, a council paper -- small: tens per dialogue
    id        INTEGER PRIMARY KEY,
    dialogue  INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    slug      TEXT NOT NULL,     -- its name in addresses
    position  INTEGER NOT NULL,  -- order on the page
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4), -- enum source_kind
    author    TEXT NOT NULL,     -- organisation that wrote it; may be empty
    published INTEGER,           -- calendar day, when known
    url       TEXT NOT NULL,     -- where to read it; may be empty
    UNIQUE (dialogue, slug)
) STRICT;

CREATE TABLE source_text (       -- -- small: a few per source
    source INTEGER NOT NULL REFERENCES source (id), -- of which source
    lang   TEXT NOT NULL,        -- language of this row
    title  TEXT NOT NULL,        -- its title
    note   TEXT NOT NULL,        -- what it is; may be empty
    PRIMARY KEY (source, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE reason (            -- the published list of reasons to set something aside -- small: six
    id   INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE    -- its name in the folder; the words are in the program
) STRICT;
INSERT INTO reason (id, code) VALUES (1, 'double'), (2, 'elsewhere'), (3, 'personal'),
    (4, 'harmful'), (5, 'unclear'), (6, 'outside');

CREATE TABLE finding (           -- one thing a source says
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    number   INTEGER NOT NULL CHECK (number > 0), -- its number in addresses
    position INTEGER NOT NULL,   -- order in the folder
    source   INTEGER NOT NULL REFERENCES source (id), -- who says so
    page     TEXT NOT NULL,      -- where in the source; may be empty
    theme    INTEGER REFERENCES theme (id), -- about what, when sorted
    at_table INTEGER REFERENCES tables (id), -- the table it came from, when it did
    kind     INTEGER CHECK (kind BETWEEN 0 AND 6), -- enum kind, when sorted
    account  INTEGER NOT NULL CHECK (account IN (0, 1)), -- enum account
    reason   INTEGER REFERENCES reason (id), -- why it was set aside
    CHECK ((account = 1) = (reason IS NOT NULL)),
    UNIQUE (dialogue, number)
) STRICT;
CREATE INDEX finding_of_theme ON finding (theme, number, kind, at_table);
CREATE INDEX finding_of_source ON finding (source, number);
CREATE INDEX finding_kind_of_source ON finding (source, kind);
CREATE INDEX finding_of_table ON finding (at_table, number);

CREATE TABLE finding_text (
    finding INTEGER NOT NULL REFERENCES finding (id), -- of which finding
    lang    TEXT NOT NULL,       -- language of this row
    body    TEXT NOT NULL,       -- what the source says, in our words
    PRIMARY KEY (finding, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE voice (             -- one thing somebody said or wrote: the atom of everything
    id            INTEGER PRIMARY KEY,
    dialogue      INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    number        INTEGER NOT NULL CHECK (number > 0), -- its number in addresses
    position      INTEGER NOT NULL, -- order in the folder
    theme         INTEGER REFERENCES theme (id), -- about what, when sorted
    at_table      INTEGER REFERENCES tables (id), -- the table where it was said, when it was
    neighbourhood INTEGER REFERENCES neighbourhood (id), -- which part of the city it is about
    kind          INTEGER CHECK (kind BETWEEN 0 AND 6), -- enum kind, when sorted
    day           INTEGER,       -- calendar day it was said, when known
    lang          TEXT NOT NULL, -- language it was said in
    body          TEXT NOT NULL, -- exactly what was said
    salt          BLOB NOT NULL, -- 16 random bytes: nobody can guess the text from its hash
    visibility    INTEGER NOT NULL CHECK (visibility BETWEEN 0 AND 3), -- enum visibility
    account       INTEGER NOT NULL CHECK (account BETWEEN 0 AND 3), -- enum account
    reason        INTEGER REFERENCES reason (id), -- why it was set aside
    CHECK ((account = 1) = (reason IS NOT NULL)),
    UNIQUE (dialogue, number)
) STRICT;
CREATE INDEX voice_of_theme ON voice (theme, visibility, number, kind, at_table);
CREATE INDEX voice_of_table ON voice (at_table, visibility, number);

CREATE TABLE voice_text (        -- an editor's translation, beside what was said
    voice INTEGER NOT NULL REFERENCES voice (id), -- of which voice
    lang  TEXT NOT NULL,         -- language of the translation
    body  TEXT NOT NULL,         -- the translation
    PRIMARY KEY (voice, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE story (             -- a longer voice with a title, read as a whole -- small: tens per dialogue
    voice    INTEGER PRIMARY KEY REFERENCES voice (id), -- the voice it is
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    slug     TEXT NOT NULL,      -- its name in addresses
    position INTEGER NOT NULL,   -- order on the page
    signed   TEXT NOT NULL,      -- a role, or a name its teller chose
    UNIQUE (dialogue, slug)
) STRICT;

CREATE TABLE story_text (        -- -- small: a few per story
    story INTEGER NOT NULL REFERENCES story (voice), -- of which story
    lang  TEXT NOT NULL,         -- language of this row
    title TEXT NOT NULL,         -- its title
    PRIMARY KEY (story, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (           -- a published report: never changed, only succeeded -- small: a few per dialogue
    id        INTEGER PRIMARY KEY CHECK (id >= 0), -- 0 is the draft of every dialogue
    dialogue  INTEGER REFERENCES dialogue (id), -- of which dialogue; NULL for the draft
    number    INTEGER NOT NULL,  -- 1, 2, … within the dialogue; 0 for the draft
    published INTEGER NOT NULL,  -- instant
    hash      TEXT NOT NULL,     -- SHA-256 of body, in hexadecimals
    body      TEXT NOT NULL,     -- the whole report as JSON, in every language
    note      TEXT NOT NULL,     -- what the publisher says of it; may be empty
    UNIQUE (dialogue, number)
) STRICT;
INSERT INTO edition (id, dialogue, number, published, hash, body, note) VALUES (0, NULL, 0, 0, '', '', '');

CREATE TABLE point (             -- an editor's sentence that sums up voices and findings
    edition  INTEGER NOT NULL REFERENCES edition (id), -- 0: the draft
    id       INTEGER NOT NULL,   -- the same in every edition
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    number   INTEGER NOT NULL CHECK (number > 0), -- its number in addresses
    position INTEGER NOT NULL,   -- order in the report
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4), -- enum kind, without quote and story
    findings INTEGER NOT NULL DEFAULT 0, -- on how many findings it rests; counted when published
    voices   INTEGER NOT NULL DEFAULT 0, -- on how many voices it rests; counted when published
    tables   INTEGER NOT NULL DEFAULT 0, -- at how many tables it was raised; counted when published
    PRIMARY KEY (edition, id),
    UNIQUE (edition, dialogue, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX point_in_order ON point (edition, dialogue, position);

CREATE TABLE point_text (
    edition INTEGER NOT NULL,    -- of the point
    point   INTEGER NOT NULL,    -- of which point
    lang    TEXT NOT NULL,       -- language of this row
    body    TEXT NOT NULL,       -- the sentence
    PRIMARY KEY (edition, point, lang),
    FOREIGN KEY (edition, point) REFERENCES point (edition, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE point_theme (       -- where a point belongs; several when it recurs
    edition  INTEGER NOT NULL,   -- of the point
    theme    INTEGER NOT NULL REFERENCES theme (id), -- about what
    position INTEGER NOT NULL,   -- order within the theme
    point    INTEGER NOT NULL,   -- which point
    rank     INTEGER NOT NULL,   -- 0: this theme is its home
    PRIMARY KEY (edition, theme, position, point),
    UNIQUE (edition, point, rank),
    FOREIGN KEY (edition, point) REFERENCES point (edition, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE point_finding (     -- the findings a point rests on
    edition INTEGER NOT NULL,    -- of the point
    point   INTEGER NOT NULL,    -- which point
    finding INTEGER NOT NULL REFERENCES finding (id), -- rests on this
    PRIMARY KEY (edition, point, finding),
    FOREIGN KEY (edition, point) REFERENCES point (edition, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX point_of_finding ON point_finding (finding, edition, point);

CREATE TABLE point_voice (       -- the voices a point rests on
    edition INTEGER NOT NULL,    -- of the point
    point   INTEGER NOT NULL,    -- which point
    voice   INTEGER NOT NULL REFERENCES voice (id), -- rests on this
    PRIMARY KEY (edition, point, voice),
    FOREIGN KEY (edition, point) REFERENCES point (edition, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX point_of_voice ON point_voice (voice, edition, point);

-- How much there is, kept by the triggers below: counting thousands of rows for one page is too slow.
CREATE TABLE dialogue_tally (    -- small: one row per dialogue
    dialogue INTEGER PRIMARY KEY REFERENCES dialogue (id), -- of which dialogue
    themes   INTEGER NOT NULL,   -- its themes
    findings INTEGER NOT NULL,   -- all its findings
    voices   INTEGER NOT NULL    -- all its voices, shown or not
) STRICT;
CREATE TABLE theme_tally (       -- small: one row per theme
    theme    INTEGER PRIMARY KEY REFERENCES theme (id), -- of which theme
    findings INTEGER NOT NULL,   -- its findings
    voices   INTEGER NOT NULL    -- its voices that are shown
) STRICT;
CREATE TRIGGER dialogue_tallied AFTER INSERT ON dialogue BEGIN
    INSERT INTO dialogue_tally (dialogue, themes, findings, voices) VALUES (new.id, 0, 0, 0); END;
CREATE TRIGGER dialogue_untallied BEFORE DELETE ON dialogue BEGIN
    DELETE FROM dialogue_tally WHERE dialogue = old.id; END;
CREATE TRIGGER theme_tallied AFTER INSERT ON theme BEGIN
    UPDATE dialogue_tally SET themes = themes + 1 WHERE dialogue = new.dialogue;
    INSERT INTO theme_tally (theme, findings, voices) VALUES (new.id, 0, 0); END;
CREATE TRIGGER theme_untallied BEFORE DELETE ON theme BEGIN
    UPDATE dialogue_tally SET themes = themes - 1 WHERE dialogue = old.dialogue;
    DELETE FROM theme_tally WHERE theme = old.id; END;
CREATE TRIGGER finding_tallied AFTER INSERT ON finding BEGIN
    UPDATE dialogue_tally SET findings = findings + 1 WHERE dialogue = new.dialogue;
    UPDATE theme_tally SET findings = findings + 1 WHERE theme = new.theme; END;
CREATE TRIGGER finding_untallied AFTER DELETE ON finding BEGIN
    UPDATE dialogue_tally SET findings = findings - 1 WHERE dialogue = old.dialogue;
    UPDATE theme_tally SET findings = findings - 1 WHERE theme = old.theme; END;
CREATE TRIGGER finding_retallied AFTER UPDATE OF theme ON finding WHEN old.theme IS NOT new.theme BEGIN
    UPDATE theme_tally SET findings = findings - 1 WHERE theme = old.theme;
    UPDATE theme_tally SET findings = findings + 1 WHERE theme = new.theme; END;
CREATE TRIGGER voice_tallied AFTER INSERT ON voice BEGIN
    UPDATE dialogue_tally SET voices = voices + 1 WHERE dialogue = new.dialogue;
    UPDATE theme_tally SET voices = voices + 1 WHERE theme = new.theme AND new.visibility = 1; END;
CREATE TRIGGER voice_untallied AFTER DELETE ON voice BEGIN
    UPDATE dialogue_tally SET voices = voices - 1 WHERE dialogue = old.dialogue;
    UPDATE theme_tally SET voices = voices - 1 WHERE theme = old.theme AND old.visibility = 1; END;
CREATE TRIGGER voice_retallied AFTER UPDATE OF theme, visibility ON voice BEGIN
    UPDATE theme_tally SET voices = voices - 1 WHERE theme = old.theme AND old.visibility = 1;
    UPDATE theme_tally SET voices = voices + 1 WHERE theme = new.theme AND new.visibility = 1; END;

-- What is published stays as it was.
CREATE TRIGGER edition_stays BEFORE UPDATE ON edition BEGIN
    SELECT raise(ABORT, 'an edition never changes'); END;
CREATE TRIGGER edition_remains BEFORE DELETE ON edition BEGIN
    SELECT raise(ABORT, 'an edition never disappears'); END;
CREATE TRIGGER point_stays BEFORE UPDATE ON point WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'a published point never changes'); END;
CREATE TRIGGER point_remains BEFORE DELETE ON point WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'a published point never disappears'); END;
CREATE TRIGGER point_text_stays BEFORE UPDATE ON point_text WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'a published point never changes'); END;
CREATE TRIGGER point_text_remains BEFORE DELETE ON point_text WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'a published point never disappears'); END;
CREATE TRIGGER point_theme_stays BEFORE UPDATE ON point_theme WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'a published point never moves'); END;
CREATE TRIGGER point_theme_remains BEFORE DELETE ON point_theme WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'a published point never moves'); END;
CREATE TRIGGER point_finding_stays BEFORE UPDATE ON point_finding WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'what a published point rests on never changes'); END;
CREATE TRIGGER point_finding_remains BEFORE DELETE ON point_finding WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'what a published point rests on never changes'); END;
CREATE TRIGGER point_voice_stays BEFORE UPDATE ON point_voice WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'what a published point rests on never changes'); END;
CREATE TRIGGER point_voice_remains BEFORE DELETE ON point_voice WHEN old.edition > 0 BEGIN
    SELECT raise(ABORT, 'what a published point rests on never changes'); END;

-- What the search box looks through: one row per thing and language, its words reduced to stems.
CREATE TABLE search_row (        -- what each row of the index below stands for
    id       INTEGER PRIMARY KEY, -- rowid in the index
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3), -- enum found_kind
    thing    INTEGER NOT NULL,   -- id of the theme, point, finding or story
    lang     TEXT NOT NULL,      -- language of the words
    UNIQUE (kind, thing, lang)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
    title,                       -- stems of its title; weighs more
    body,                        -- stems of its text
    tokenize = 'unicode61 remove_diacritics 0'
);
