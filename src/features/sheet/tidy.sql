-- What goes some weeks after an evening.
--: owns sheet_row
--: reads sheet, gathering

--: run sheet_tidy(before day)
-- Numbers dealt at tables of evenings before then.
UPDATE sheet_row SET speaker = NULL WHERE speaker IS NOT NULL AND sheet IN (
    SELECT s.id FROM sheet s JOIN gathering g ON g.id = s.gathering WHERE g.day < :before);
