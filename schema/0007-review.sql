-- 0007 review: what helps whoever checks voices and types them in.

CREATE INDEX intake_alike ON intake (dialogue, state, fingerprint, voice);

-- Only of voices that wait, and only as long as they do: a decision takes the row away.
CREATE TABLE looked (            -- what a program noticed in a voice that waits -- small: what waits
    voice       INTEGER PRIMARY KEY REFERENCES voice (id), -- which voice
    dialogue    INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    fingerprint INTEGER NOT NULL, -- of the words it was noticed in
    help        INTEGER NOT NULL CHECK (help BETWEEN 0 AND 2) -- enum help
) STRICT;
CREATE INDEX looked_help ON looked (dialogue, help, voice);

CREATE TABLE card (              -- a paper card that was printed, with the code on its slip
    hash       BLOB PRIMARY KEY, -- SHA-256 of the code
    dialogue   INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    printed    INTEGER NOT NULL, -- instant
    printed_by INTEGER REFERENCES person (id), -- who
    voice      INTEGER REFERENCES voice (id) -- what was typed in from it; NULL: nothing yet
) STRICT, WITHOUT ROWID;
CREATE INDEX card_of_voice ON card (voice);
