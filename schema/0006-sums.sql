-- 0006 sums: where all voices are, kept while they come in, so that nobody has to count them for a page.
--
-- Each voice has one standing: withdrawn or only counted when its author chose so; otherwise used when a
-- point of the newest edition rests on it; otherwise set aside with a reason; otherwise waiting.

CREATE TABLE voice_sum (         -- how many voices stand where -- small: a few per theme and table
    dialogue   INTEGER NOT NULL, -- of which dialogue
    theme      INTEGER NOT NULL, -- about what; 0: not sorted
    at_table   INTEGER NOT NULL, -- said at which table; 0: at none
    standing   INTEGER NOT NULL, -- enum standing
    reason     INTEGER NOT NULL, -- why it was set aside; 0: it was not
    visibility INTEGER NOT NULL, -- enum visibility
    n          INTEGER NOT NULL, -- so many voices
    PRIMARY KEY (dialogue, theme, at_table, standing, reason, visibility)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_sum_at_table ON voice_sum (at_table);

CREATE TABLE hidden_sum (        -- how many voices are hidden, and why -- small: a few per dialogue
    dialogue INTEGER NOT NULL,   -- of which dialogue
    reason   INTEGER NOT NULL,   -- the published reason; 0: its author chose so, or none was written down
    n        INTEGER NOT NULL,   -- so many voices
    PRIMARY KEY (dialogue, reason)
) STRICT, WITHOUT ROWID;

-- The standing of each voice, looked up: the sums are filled from it once, and checked against it. `used`
-- is asked of the newest edition of the voice's own dialogue.
CREATE VIEW voice_standing AS
SELECT v.id, v.dialogue, coalesce(v.theme, 0) AS theme, coalesce(v.at_table, 0) AS at_table,
       CASE WHEN v.account = 3 THEN 4 WHEN v.account = 2 THEN 3
            WHEN EXISTS (SELECT 1 FROM point_voice r WHERE r.voice = v.id AND r.edition =
                         (SELECT e.id FROM edition e WHERE e.dialogue = v.dialogue
                          ORDER BY e.number DESC LIMIT 1)) THEN 1
            WHEN v.account = 1 THEN 2 ELSE 0 END AS standing,
       coalesce(v.reason, 0) AS reason, v.visibility
FROM voice v;

INSERT INTO voice_sum (dialogue, theme, at_table, standing, reason, visibility, n)
SELECT dialogue, theme, at_table, standing, reason, visibility, count(*)
FROM voice_standing GROUP BY dialogue, theme, at_table, standing, reason, visibility;
INSERT INTO hidden_sum (dialogue, reason, n)
SELECT v.dialogue, coalesce(i.hidden_for, 0), count(*) FROM voice v LEFT JOIN intake i ON i.voice = v.id
WHERE v.visibility = 2 GROUP BY v.dialogue, coalesce(i.hidden_for, 0);

CREATE TRIGGER voice_summed AFTER INSERT ON voice BEGIN
    INSERT INTO voice_sum (dialogue, theme, at_table, standing, reason, visibility, n)
    SELECT dialogue, theme, at_table, standing, reason, visibility, 1
    FROM voice_standing WHERE id = new.id
    ON CONFLICT DO UPDATE SET n = n + 1; END;

-- Before the row changes it is taken off where it stood, after that it is added where it stands.
CREATE TRIGGER voice_unsummed BEFORE DELETE ON voice BEGIN
    UPDATE voice_sum SET n = n - 1 WHERE (dialogue, theme, at_table, standing, reason, visibility) =
        (SELECT s.dialogue, s.theme, s.at_table, s.standing, s.reason, s.visibility
         FROM voice_standing s WHERE s.id = old.id);
    DELETE FROM voice_sum WHERE dialogue = old.dialogue AND theme = coalesce(old.theme, 0)
        AND at_table = coalesce(old.at_table, 0) AND n = 0; END;
CREATE TRIGGER voice_resumming
BEFORE UPDATE OF dialogue, theme, at_table, account, reason, visibility ON voice BEGIN
    UPDATE voice_sum SET n = n - 1 WHERE (dialogue, theme, at_table, standing, reason, visibility) =
        (SELECT s.dialogue, s.theme, s.at_table, s.standing, s.reason, s.visibility
         FROM voice_standing s WHERE s.id = old.id);
    DELETE FROM voice_sum WHERE dialogue = old.dialogue AND theme = coalesce(old.theme, 0)
        AND at_table = coalesce(old.at_table, 0) AND n = 0; END;
CREATE TRIGGER voice_resummed
AFTER UPDATE OF dialogue, theme, at_table, account, reason, visibility ON voice BEGIN
    INSERT INTO voice_sum (dialogue, theme, at_table, standing, reason, visibility, n)
    SELECT dialogue, theme, at_table, standing, reason, visibility, 1
    FROM voice_standing WHERE id = new.id
    ON CONFLICT DO UPDATE SET n = n + 1; END;

-- A new edition begins without points: what the one before it used stands where it stood without that.
CREATE TRIGGER edition_summed AFTER INSERT ON edition
WHEN NOT EXISTS (SELECT 1 FROM edition e WHERE e.dialogue = new.dialogue AND e.number > new.number) BEGIN
    INSERT INTO voice_sum (dialogue, theme, at_table, standing, reason, visibility, n)
    SELECT dialogue, theme, at_table, CASE WHEN reason = 0 THEN 0 ELSE 2 END, reason, visibility, n
    FROM voice_sum WHERE dialogue = new.dialogue AND standing = 1
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
    DELETE FROM voice_sum WHERE dialogue = new.dialogue AND standing = 1; END;

-- A voice under its first point of the newest edition.
CREATE TRIGGER point_voice_summed AFTER INSERT ON point_voice
WHEN new.edition = (SELECT e.id FROM edition e
                    WHERE e.dialogue = (SELECT v.dialogue FROM voice v WHERE v.id = new.voice)
                    ORDER BY e.number DESC LIMIT 1)
AND NOT EXISTS (SELECT 1 FROM point_voice r WHERE r.voice = new.voice AND r.edition = new.edition
                AND r.point <> new.point) BEGIN
    UPDATE voice_sum SET n = n - 1 WHERE (dialogue, theme, at_table, standing, reason, visibility) =
        (SELECT s.dialogue, s.theme, s.at_table, CASE WHEN s.reason = 0 THEN 0 ELSE 2 END, s.reason,
                s.visibility FROM voice_standing s WHERE s.id = new.voice AND s.standing = 1);
    INSERT INTO voice_sum (dialogue, theme, at_table, standing, reason, visibility, n)
    SELECT dialogue, theme, at_table, standing, reason, visibility, 1
    FROM voice_standing WHERE id = new.voice AND standing = 1
    ON CONFLICT DO UPDATE SET n = n + 1;
    DELETE FROM voice_sum WHERE dialogue = (SELECT v.dialogue FROM voice v WHERE v.id = new.voice)
        AND n = 0; END;

CREATE TRIGGER hidden_summed AFTER INSERT ON voice WHEN new.visibility = 2 BEGIN
    INSERT INTO hidden_sum (dialogue, reason, n) VALUES (new.dialogue,
        coalesce((SELECT i.hidden_for FROM intake i WHERE i.voice = new.id), 0), 1)
    ON CONFLICT DO UPDATE SET n = n + 1; END;
CREATE TRIGGER hidden_unsummed BEFORE DELETE ON voice WHEN old.visibility = 2 BEGIN
    UPDATE hidden_sum SET n = n - 1 WHERE dialogue = old.dialogue AND reason =
        coalesce((SELECT i.hidden_for FROM intake i WHERE i.voice = old.id), 0);
    DELETE FROM hidden_sum WHERE dialogue = old.dialogue AND n = 0; END;
CREATE TRIGGER hidden_resummed AFTER UPDATE OF dialogue, visibility ON voice
WHEN old.visibility <> new.visibility OR old.dialogue <> new.dialogue BEGIN
    UPDATE hidden_sum SET n = n - 1 WHERE old.visibility = 2 AND dialogue = old.dialogue AND reason =
        coalesce((SELECT i.hidden_for FROM intake i WHERE i.voice = old.id), 0);
    INSERT INTO hidden_sum (dialogue, reason, n)
    SELECT new.dialogue, coalesce((SELECT i.hidden_for FROM intake i WHERE i.voice = new.id), 0), 1
    WHERE new.visibility = 2
    ON CONFLICT DO UPDATE SET n = n + 1;
    DELETE FROM hidden_sum WHERE dialogue = old.dialogue AND n = 0; END;
CREATE TRIGGER hidden_reason_summed AFTER INSERT ON intake
WHEN new.hidden_for IS NOT NULL
AND EXISTS (SELECT 1 FROM voice v WHERE v.id = new.voice AND v.visibility = 2) BEGIN
    UPDATE hidden_sum SET n = n - 1 WHERE reason = 0
        AND dialogue = (SELECT v.dialogue FROM voice v WHERE v.id = new.voice);
    INSERT INTO hidden_sum (dialogue, reason, n)
    SELECT v.dialogue, new.hidden_for, 1 FROM voice v WHERE v.id = new.voice
    ON CONFLICT DO UPDATE SET n = n + 1;
    DELETE FROM hidden_sum WHERE n = 0; END;
CREATE TRIGGER hidden_reason_unsummed AFTER DELETE ON intake
WHEN old.hidden_for IS NOT NULL
AND EXISTS (SELECT 1 FROM voice v WHERE v.id = old.voice AND v.visibility = 2) BEGIN
    UPDATE hidden_sum SET n = n - 1 WHERE reason = old.hidden_for
        AND dialogue = (SELECT v.dialogue FROM voice v WHERE v.id = old.voice);
    INSERT INTO hidden_sum (dialogue, reason, n)
    SELECT v.dialogue, 0, 1 FROM voice v WHERE v.id = old.voice
    ON CONFLICT DO UPDATE SET n = n + 1;
    DELETE FROM hidden_sum WHERE n = 0; END;
CREATE TRIGGER hidden_reason_resummed AFTER UPDATE OF hidden_for ON intake
WHEN old.hidden_for IS NOT new.hidden_for
AND EXISTS (SELECT 1 FROM voice v WHERE v.id = new.voice AND v.visibility = 2) BEGIN
    UPDATE hidden_sum SET n = n - 1 WHERE reason = coalesce(old.hidden_for, 0)
        AND dialogue = (SELECT v.dialogue FROM voice v WHERE v.id = new.voice);
    INSERT INTO hidden_sum (dialogue, reason, n)
    SELECT v.dialogue, coalesce(new.hidden_for, 0), 1 FROM voice v WHERE v.id = new.voice
    ON CONFLICT DO UPDATE SET n = n + 1;
    DELETE FROM hidden_sum WHERE n = 0; END;
