-- 0019 announced: once something was noted at a gathering, everybody may know of it, because the public sum
-- says of each voice at which table it was noted. So one column says which gatherings are public: for their
-- pages, for lists and counts, for the wall and for exports.

CREATE TRIGGER voice_announces AFTER INSERT ON voice WHEN new.at_table IS NOT NULL BEGIN
    UPDATE gathering SET announced = 1 WHERE announced = 0
    AND id = (SELECT t.gathering FROM tables t WHERE t.id = new.at_table); END;
CREATE TRIGGER voice_moved_announces AFTER UPDATE OF at_table ON voice
WHEN new.at_table IS NOT NULL AND new.at_table IS NOT old.at_table BEGIN
    UPDATE gathering SET announced = 1 WHERE announced = 0
    AND id = (SELECT t.gathering FROM tables t WHERE t.id = new.at_table); END;
CREATE TRIGGER finding_announces AFTER INSERT ON finding WHEN new.at_table IS NOT NULL BEGIN
    UPDATE gathering SET announced = 1 WHERE announced = 0
    AND id = (SELECT t.gathering FROM tables t WHERE t.id = new.at_table); END;
CREATE TRIGGER finding_moved_announces AFTER UPDATE OF at_table ON finding
WHEN new.at_table IS NOT NULL AND new.at_table IS NOT old.at_table BEGIN
    UPDATE gathering SET announced = 1 WHERE announced = 0
    AND id = (SELECT t.gathering FROM tables t WHERE t.id = new.at_table); END;

UPDATE gathering SET announced = 1 WHERE announced = 0
AND (EXISTS (SELECT 1 FROM tables t JOIN voice v ON v.at_table = t.id WHERE t.gathering = gathering.id)
     OR EXISTS (SELECT 1 FROM tables t JOIN finding f ON f.at_table = t.id WHERE t.gathering = gathering.id));
