-- refuses: 5: wrong: reads the whole of house, which grows: SCAN house
--: owns house, house_text, visit
--: reads street, words

--: many wrong(kind int)
SELECT id FROM house WHERE kind = :kind ORDER BY id LIMIT 5;
