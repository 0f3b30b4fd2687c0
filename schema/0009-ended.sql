-- 0009 ended: since when a dialogue is done, so that what may not be kept for ever has an end.

CREATE TABLE dialogue_ended (    -- a dialogue of which every phase is done -- small: one row per dialogue
    dialogue INTEGER PRIMARY KEY REFERENCES dialogue (id), -- which dialogue
    at       INTEGER NOT NULL,   -- instant at which the program first saw that
    tidied   INTEGER NOT NULL CHECK (tidied IN (0, 1)) -- what stands behind its voices was erased
) STRICT;
CREATE TRIGGER dialogue_ended_too BEFORE DELETE ON dialogue BEGIN
    DELETE FROM dialogue_ended WHERE dialogue = old.id; END;
