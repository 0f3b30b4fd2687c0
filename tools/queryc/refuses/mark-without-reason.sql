-- refuses: 5: wrong: scan: needs a reason
--: owns house, house_text, visit
--: reads street, words

--: count wrong(kind int)
-- scan:
SELECT count(*) FROM street WHERE code IS NULL AND id > :kind;
