-- Everything counted anew, to compare it with what is kept. For a command, never for a page.
--: reads voice_sum, hidden_sum, dialogue_tally, theme_tally, finding_tally, voice, finding, theme, intake, edition, point_voice

--: count sums_differ(dialogue int)
-- How many places of the sum hold another number than there are voices.
-- sort: every voice is counted
SELECT count(*) FROM (
    SELECT s.theme, s.at_table, s.standing, s.reason, s.visibility
    FROM (SELECT theme, at_table, standing, reason, visibility, n FROM voice_sum
          WHERE dialogue = :dialogue
          UNION ALL
          SELECT theme, at_table, standing, reason, visibility, -1 FROM voice_standing
          WHERE dialogue = :dialogue) s
    GROUP BY s.theme, s.at_table, s.standing, s.reason, s.visibility HAVING sum(s.n) <> 0) AS differ;

--: count hidden_differ(dialogue int)
-- The same for what is hidden.
-- sort: every voice is counted
SELECT count(*) FROM (
    SELECT s.reason
    FROM (SELECT reason, n FROM hidden_sum WHERE dialogue = :dialogue
          UNION ALL
          SELECT coalesce(i.hidden_for, 0), -1 FROM voice v LEFT JOIN intake i ON i.voice = v.id
          WHERE v.dialogue = :dialogue AND v.visibility = 2) s
    GROUP BY s.reason HAVING sum(s.n) <> 0) AS differ;

--: count tallies_differ(dialogue int)
-- How many of the numbers that pages show differ from what there is.
-- sort: every finding is counted
SELECT (SELECT count(*) FROM dialogue_tally n WHERE n.dialogue = :dialogue
        AND n.themes = (SELECT count(*) FROM theme t WHERE t.dialogue = :dialogue)
        AND n.findings = (SELECT count(*) FROM finding f WHERE f.dialogue = :dialogue)
        AND n.voices = (SELECT count(*) FROM voice v WHERE v.dialogue = :dialogue)) = 0
     + (SELECT count(*) FROM theme t WHERE t.dialogue = :dialogue AND NOT EXISTS (
            SELECT 1 FROM theme_tally n WHERE n.theme = t.id
            AND n.findings = (SELECT count(*) FROM finding f WHERE f.theme = t.id)
            AND n.voices = (SELECT count(*) FROM voice v WHERE v.theme = t.id AND v.visibility = 1)))
     + (SELECT count(*) FROM (
            SELECT s.theme, s.kind, s.at_table
            FROM (SELECT theme, kind, at_table, findings FROM finding_tally
                  WHERE theme IN (SELECT t.id FROM theme t WHERE t.dialogue = :dialogue)
                  UNION ALL
                  SELECT f.theme, coalesce(f.kind, -1), coalesce(f.at_table, -1), -1 FROM finding f
                  WHERE f.theme IN (SELECT t.id FROM theme t WHERE t.dialogue = :dialogue)) s
            GROUP BY s.theme, s.kind, s.at_table HAVING sum(s.findings) <> 0) AS differ);
