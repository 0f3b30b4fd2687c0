-- 0031 summary: the report on one page, in each language by people; and what may be done with the open data.

CREATE TABLE summary (           -- the report on one page, in one language -- small: a few per dialogue
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    lang     TEXT NOT NULL,      -- language of this row
    body     TEXT NOT NULL CHECK (body <> ''), -- CommonMark; one page
    maker    TEXT NOT NULL,      -- who wrote or translated it, as it is shown; may be empty
    machine  INTEGER NOT NULL CHECK (machine IN (0, 1)), -- a machine made it and nobody looked: said beside it
    PRIMARY KEY (dialogue, lang)
) STRICT, WITHOUT ROWID;

ALTER TABLE dialogue ADD COLUMN licence INTEGER NOT NULL DEFAULT 0 CHECK (licence BETWEEN 0 AND 3); -- enum licence: what may be done with its open data
