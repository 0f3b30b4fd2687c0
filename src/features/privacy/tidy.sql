-- Since when dialogues are done.
--: owns dialogue_ended
--: reads dialogue, phase
--: type at instant

--: run ended_put(now instant)
-- Dialogues that are done and were not yesterday.
INSERT INTO dialogue_ended (dialogue, at, tidied)
SELECT d.id, :now, 0 FROM dialogue d
WHERE EXISTS (SELECT 1 FROM phase p WHERE p.dialogue = d.id)
  AND NOT EXISTS (SELECT 1 FROM phase p WHERE p.dialogue = d.id AND p.state <> 2)
ON CONFLICT (dialogue) DO NOTHING;

--: run ended_clear()
-- Dialogues that go on after all.
DELETE FROM dialogue_ended WHERE EXISTS (
    SELECT 1 FROM phase p WHERE p.dialogue = dialogue_ended.dialogue AND p.state <> 2);

--: many ended_due(before instant)
-- Dialogues that were done before then, and of which the rest is still there.
SELECT e.dialogue FROM dialogue_ended e WHERE e.at < :before AND e.tidied = 0
ORDER BY e.dialogue LIMIT 100;

--: run ended_tidied(dialogue int)
UPDATE dialogue_ended SET tidied = 1 WHERE dialogue = :dialogue;
