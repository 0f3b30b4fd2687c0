-- 0042 at the table: what is said about a note waits until it is read, and who comes in late is there.

-- ---- messages ----

CREATE TABLE message_waiting (   -- the newest message about a voice, when it is not the team's
    voice    INTEGER PRIMARY KEY REFERENCES voice (id) ON DELETE CASCADE, -- about which voice
    dialogue INTEGER NOT NULL REFERENCES dialogue (id), -- of which dialogue
    message  INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE -- the message
) STRICT;
CREATE INDEX message_waiting_in_order ON message_waiting (dialogue, message);
CREATE INDEX message_waiting_of ON message_waiting (message);

CREATE TRIGGER message_waits AFTER INSERT ON message WHEN new.person IS NULL BEGIN
    INSERT INTO message_waiting (voice, dialogue, message)
    SELECT new.voice, v.dialogue, new.id FROM voice v WHERE v.id = new.voice
    ON CONFLICT (voice) DO UPDATE SET message = excluded.message; END;
CREATE TRIGGER message_answered AFTER INSERT ON message WHEN new.person IS NOT NULL BEGIN
    DELETE FROM message_waiting WHERE voice = new.voice; END;

INSERT INTO message_waiting (voice, dialogue, message)
SELECT m.voice, v.dialogue, m.id FROM message m JOIN voice v ON v.id = m.voice
WHERE m.person IS NULL AND m.id = (SELECT max(l.id) FROM message l WHERE l.voice = m.voice);

-- ---- thanks ----

CREATE TABLE thanked (           -- who was thanked for coming, so that pressing again thanks nobody twice
    registration INTEGER PRIMARY KEY REFERENCES registration (id) ON DELETE CASCADE, -- whom; goes when that goes
    at           INTEGER NOT NULL -- instant
) STRICT;

-- ---- seats ----

-- Who was said not to be there, and comes in after all, has no seat yet. `fixed` without a table: somebody said by
-- hand that they are not there in that round, and that stays.
CREATE TRIGGER registration_is_there AFTER UPDATE OF arrived ON registration
    WHEN new.arrived IS NOT NULL AND old.arrived IS NULL BEGIN
    DELETE FROM seat WHERE registration = new.id AND at_table IS NULL AND fixed = 0; END;
