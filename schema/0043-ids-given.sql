-- 0043 ids given: an id that was given once is never given again. Codes in mails, on badges and on cards are made
-- of the id of a registration or of a gathering, so that they can be printed again. After a row is erased SQLite
-- would give its id to the next one, and the old link would open somebody else's page.

CREATE TABLE id_given (          -- the highest id that was ever given -- small: one row
    one          INTEGER PRIMARY KEY CHECK (one = 1), -- there is one
    registration INTEGER NOT NULL, -- to a registration
    gathering    INTEGER NOT NULL  -- to a gathering
) STRICT;
-- What was erased before is not known any more: where something may have been, go on far above it.
INSERT INTO id_given (one, registration, gathering)
    SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM dialogue) THEN 1000000 ELSE 0 END
              + coalesce((SELECT max(r.id) FROM registration r), 0),
           CASE WHEN EXISTS (SELECT 1 FROM dialogue) THEN 1000000 ELSE 0 END
              + coalesce((SELECT max(g.id) FROM gathering g), 0);

CREATE TRIGGER registration_given AFTER INSERT ON registration BEGIN
    UPDATE id_given SET registration = new.id WHERE registration < new.id; END;
CREATE TRIGGER gathering_given AFTER INSERT ON gathering BEGIN
    UPDATE id_given SET gathering = new.id WHERE gathering < new.id; END;
