-- 0011 mail: what is to be sent by mail, and what became of it.

CREATE TABLE mail (              -- one mail to one address
    id      INTEGER PRIMARY KEY,
    kind    INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 31), -- enum mail_kind: what it is about
    about   INTEGER NOT NULL,    -- number of that; 0: nothing
    address TEXT NOT NULL,       -- to whom
    lang    TEXT NOT NULL,       -- language it is written in
    subject TEXT NOT NULL,       -- as the reader sees it in a list
    body    TEXT NOT NULL,       -- the text; emptied as soon as it is sent
    leave   TEXT NOT NULL,       -- address of the page to ask for no more; empty: it is no invitation
    key     BLOB NOT NULL UNIQUE, -- 16 random bytes: its Message-ID, the same at every try
    made    INTEGER NOT NULL,    -- instant it was queued
    tries   INTEGER NOT NULL CHECK (tries >= 0), -- how often it was tried, a try under way included
    due     INTEGER NOT NULL,    -- instant of the next try; of one that was sent or failed: when it was
    state   INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- enum mail_state
    fault   INTEGER NOT NULL CHECK (fault BETWEEN 0 AND 31), -- enum mail_fault: what was wrong last
    said    TEXT NOT NULL        -- what the mail server said last
) STRICT;
CREATE INDEX mail_by_due ON mail (state, due, id);
CREATE INDEX mail_by_id ON mail (state, id);
CREATE INDEX mail_about ON mail (kind, about);

CREATE TABLE mail_line (         -- the way to our own mail server -- small: one row
    id      INTEGER PRIMARY KEY CHECK (id = 1), -- always 1
    ready   INTEGER NOT NULL CHECK (ready IN (0, 1)), -- there are settings for it
    sender  TEXT NOT NULL,       -- address that mail comes from
    fault   INTEGER NOT NULL CHECK (fault BETWEEN 0 AND 31), -- enum mail_fault; 0: it works
    said    TEXT NOT NULL        -- what it said when it did not
) STRICT;
INSERT INTO mail_line (id, ready, sender, fault, said) VALUES (1, 0, '', 0, '');
