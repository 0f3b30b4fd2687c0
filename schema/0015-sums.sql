-- 0015 sums: the same sums, kept with fewer look-ups: a row that reached nothing is looked up by its key,
-- and what the row itself says is not asked of the tables again.

-- A new voice stands under no point yet: a point can only rest on a voice that is there.
DROP TRIGGER voice_summed;
CREATE TRIGGER voice_summed AFTER INSERT ON voice BEGIN
    INSERT INTO voice_sum (dialogue, theme, at_table, standing, reason, visibility, n)
    VALUES (new.dialogue, coalesce(new.theme, 0), coalesce(new.at_table, 0),
            CASE new.account WHEN 3 THEN 4 WHEN 2 THEN 3 WHEN 1 THEN 2 ELSE 0 END,
            coalesce(new.reason, 0), new.visibility, 1)
    ON CONFLICT DO UPDATE SET n = n + 1; END;

-- A voice under its first point of the newest edition.
DROP TRIGGER point_voice_summed;
CREATE TRIGGER point_voice_summed AFTER INSERT ON point_voice
WHEN new.edition > 0
AND new.edition = (SELECT e.id FROM edition e
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
    DELETE FROM voice_sum WHERE (dialogue, theme, at_table) =
        (SELECT v.dialogue, coalesce(v.theme, 0), coalesce(v.at_table, 0) FROM voice v
         WHERE v.id = new.voice) AND n = 0; END;
