-- 0029 naming: a name that became a role, in each text where it stood, so that it can be taken back.

CREATE TABLE naming_change (     -- one text that one act changed -- small: what was done lately
    batch  INTEGER NOT NULL REFERENCES history (id), -- the act: a batch of the history
    part   INTEGER NOT NULL CHECK (part >= 0), -- enum naming_part: of what kind of thing
    thing  INTEGER NOT NULL,     -- its id
    lang   TEXT NOT NULL,        -- language of the text
    before TEXT NOT NULL,        -- with the name
    after  TEXT NOT NULL,        -- with the role
    PRIMARY KEY (batch, part, thing, lang)
) STRICT, WITHOUT ROWID;

-- Words that are erased are erased here too: parts 1 to 4 are of a voice.
CREATE TRIGGER naming_of_voice_erased AFTER UPDATE OF visibility ON voice WHEN new.visibility = 3 BEGIN
    DELETE FROM naming_change WHERE part BETWEEN 1 AND 4 AND thing = new.id; END;
CREATE TRIGGER naming_of_voice_gone BEFORE DELETE ON voice BEGIN
    DELETE FROM naming_change WHERE part BETWEEN 1 AND 4 AND thing = old.id; END;
