-- refuses: 5: wrong: reads the whole of visit, which grows: SEARCH visit
--: owns house, house_text, visit
--: reads street, words

--: count wrong()
SELECT max(day) FROM visit;
