-- 0003 intake: how a voice comes in, is checked, and stays its author's.
--
-- `voice.body` is what others may read once it is shown. When a checker leaves words out of it (a name),
-- what was said stands in `voice_said`, for the team only.

CREATE TABLE intake (            -- how a voice came in and what its author chose: never public
    voice       INTEGER PRIMARY KEY REFERENCES voice (id), -- the voice
    dialogue    INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    received    INTEGER NOT NULL, -- instant
    channel     INTEGER NOT NULL CHECK (channel BETWEEN 0 AND 7), -- enum channel
    consent     INTEGER NOT NULL CHECK (consent BETWEEN 0 AND 2), -- enum consent
    young       INTEGER NOT NULL CHECK (young IN (0, 1)), -- under sixteen, with a parent
    receipt     BLOB NOT NULL UNIQUE, -- SHA-256 of the code its author has
    taken_by    INTEGER REFERENCES person (id), -- who typed it in for them; NULL: they did it
    fingerprint INTEGER NOT NULL, -- of the words, to find the same again (algo/similar)
    state       INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- enum check_state
    checked     INTEGER,         -- instant a person decided
    checked_by  INTEGER REFERENCES person (id), -- who decided
    hidden_for  INTEGER REFERENCES reason (id) -- why it is not shown; NULL: it is, or its author chose so
) STRICT;
CREATE INDEX intake_in_order ON intake (dialogue, state, voice);
CREATE INDEX intake_fingerprint ON intake (dialogue, fingerprint);

CREATE TABLE voice_said (        -- exactly what was said, where the public text leaves words out
    voice INTEGER PRIMARY KEY REFERENCES voice (id), -- which voice
    body  TEXT NOT NULL          -- every byte of it
) STRICT;

CREATE TABLE recording (         -- a voice that was spoken: kept until somebody typed it out
    voice INTEGER PRIMARY KEY REFERENCES voice (id), -- which voice
    type  TEXT NOT NULL,         -- of bytes: audio/webm, audio/ogg, audio/mp4, audio/wav
    bytes BLOB NOT NULL          -- the sound
) STRICT;

CREATE TABLE message (           -- what its author and the team say to each other about a voice
    id     INTEGER PRIMARY KEY,
    voice  INTEGER NOT NULL REFERENCES voice (id), -- about which voice
    at     INTEGER NOT NULL,     -- instant
    person INTEGER REFERENCES person (id), -- who of the team; NULL: its author
    body   TEXT NOT NULL         -- the message
) STRICT;
CREATE INDEX message_of_voice ON message (voice, id);

CREATE TABLE objection (         -- its author does not agree with what was decided
    id         INTEGER PRIMARY KEY,
    voice      INTEGER NOT NULL REFERENCES voice (id), -- about which voice
    dialogue   INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    at         INTEGER NOT NULL, -- instant
    body       TEXT NOT NULL,    -- why
    decided    INTEGER,          -- instant; NULL: waiting
    decided_by INTEGER REFERENCES person (id), -- somebody else than who decided first
    granted    INTEGER CHECK (granted IN (0, 1)), -- its author was right
    answer     TEXT NOT NULL     -- what its author reads; empty while it waits
) STRICT;
CREATE INDEX objection_of_voice ON objection (voice, id);
CREATE INDEX objection_waiting ON objection (dialogue, decided, id);

CREATE TABLE care (              -- a voice that asks for help: somebody has to do something, by a day
    voice    INTEGER PRIMARY KEY REFERENCES voice (id), -- which voice
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    owner    INTEGER NOT NULL REFERENCES person (id), -- who takes care of it
    due      INTEGER NOT NULL,   -- instant before which
    made     INTEGER NOT NULL,   -- instant
    note     TEXT NOT NULL,      -- what is known; erased when it is closed
    closed   INTEGER             -- instant it was dealt with; NULL: open
) STRICT;
CREATE INDEX care_open ON care (dialogue, closed, due);

CREATE TABLE hold (              -- a wave of spam: what comes in meanwhile is kept apart -- small: tens
    id       INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- where
    since    INTEGER NOT NULL,   -- instant
    ended    INTEGER,            -- instant; NULL: it goes on
    started_by INTEGER REFERENCES person (id) -- NULL: the program saw too many at once
) STRICT;
CREATE INDEX hold_of_dialogue ON hold (dialogue, ended);

CREATE TABLE listening (         -- what a dialogue takes in -- small: one row per dialogue
    dialogue   INTEGER PRIMARY KEY REFERENCES dialogue (id), -- which dialogue
    is_open    INTEGER NOT NULL CHECK (is_open IN (0, 1)), -- voices may come in
    until      INTEGER,          -- calendar day after which none come in; NULL: not said
    recordings INTEGER NOT NULL CHECK (recordings IN (0, 1)), -- spoken voices may come in
    per_minute INTEGER NOT NULL CHECK (per_minute > 0) -- more voices than this is taken for a wave
) STRICT;
