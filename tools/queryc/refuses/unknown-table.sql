-- refuses: 6: wrong: no such table: castle
--: owns house, house_text, visit
--: reads street, words

--: count wrong()
SELECT count(*) FROM castle;
