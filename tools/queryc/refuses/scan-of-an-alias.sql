-- refuses: 5: wrong: reads the whole of house, which grows: SCAN h
--: owns house, house_text, visit
--: reads street, words

--: many wrong(kind int)
SELECT s.name FROM street s JOIN house h ON h.kind = s.id WHERE s.id = :kind LIMIT 10;
