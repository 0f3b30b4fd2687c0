-- What ends by itself after an evening.
--: owns sheet, sheet_row
--: reads gathering
--: type closed instant

--: run sheet_tidy(before day)
-- Numbers dealt at tables of evenings before then.
UPDATE sheet_row SET speaker = NULL WHERE speaker IS NOT NULL AND sheet IN (
    SELECT s.id FROM sheet s JOIN gathering g ON g.id = s.gathering WHERE g.day < :before);

--: run sheets_close(before day, closed instant)
-- Tables of evenings before then that nobody closed.
UPDATE sheet SET closed = :closed WHERE closed IS NULL AND gathering IN (
    SELECT g.id FROM gathering g WHERE g.day < :before);
