-- refuses: 5: wrong: kept is for one, maybe and many
--: owns house, house_text, visit
--: reads street, words

--: count kept wrong()
SELECT count(*) FROM street;
