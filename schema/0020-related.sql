-- 0020 related: the words of each voice as numbers, to find which voices speak of the same.
--
-- Whatever changes the words of a voice takes its numbers away at once, in the same transaction, so what is
-- erased is gone here too; they are made anew a moment later, beside the writing (features/desk).

CREATE TABLE voice_terms (       -- what a voice speaks of
    dialogue INTEGER NOT NULL,   -- of which dialogue
    voice    INTEGER NOT NULL REFERENCES voice (id), -- which voice
    terms    BLOB NOT NULL,      -- as algo/related keeps them
    PRIMARY KEY (dialogue, voice)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_terms_of_voice ON voice_terms (voice);

CREATE TABLE voice_unread (      -- voices whose terms are still to be made -- small: what came in just now
    voice INTEGER PRIMARY KEY REFERENCES voice (id), -- which voice
    turn  INTEGER NOT NULL       -- one more each time its words changed again
) STRICT;
INSERT INTO voice_unread (voice, turn) SELECT id, 0 FROM voice WHERE visibility IN (1, 2);

CREATE TRIGGER voice_to_read AFTER INSERT ON voice WHEN new.visibility IN (1, 2) BEGIN
    INSERT INTO voice_unread (voice, turn) VALUES (new.id, 0); END;
CREATE TRIGGER voice_to_reread AFTER UPDATE OF dialogue, body, lang, visibility ON voice BEGIN
    DELETE FROM voice_terms WHERE voice = new.id;
    INSERT INTO voice_unread (voice, turn) SELECT new.id, 0 WHERE new.visibility IN (1, 2)
    ON CONFLICT (voice) DO UPDATE SET turn = turn + 1; END;
CREATE TRIGGER voice_not_to_read BEFORE DELETE ON voice BEGIN
    DELETE FROM voice_terms WHERE voice = old.id;
    DELETE FROM voice_unread WHERE voice = old.id; END;
CREATE TRIGGER voice_text_to_read AFTER INSERT ON voice_text BEGIN
    DELETE FROM voice_terms WHERE voice = new.voice;
    INSERT INTO voice_unread (voice, turn) VALUES (new.voice, 0)
    ON CONFLICT (voice) DO UPDATE SET turn = turn + 1; END;
CREATE TRIGGER voice_text_to_reread AFTER UPDATE ON voice_text BEGIN
    DELETE FROM voice_terms WHERE voice = new.voice;
    INSERT INTO voice_unread (voice, turn) VALUES (new.voice, 0)
    ON CONFLICT (voice) DO UPDATE SET turn = turn + 1; END;
CREATE TRIGGER voice_text_not_to_read BEFORE DELETE ON voice_text BEGIN
    DELETE FROM voice_terms WHERE voice = old.voice;
    INSERT INTO voice_unread (voice, turn) VALUES (old.voice, 0)
    ON CONFLICT (voice) DO UPDATE SET turn = turn + 1; END;
