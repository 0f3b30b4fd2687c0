-- refuses: 5: wrong: reads the whole of house, which grows: SCAN house
--: owns house, house_text, visit
--: reads street, words

--: count wrong(kind int)
SELECT count(*) FROM house WHERE kind = :kind;
