-- refuses: 5: wrong: expected "name type" as argument, not "id number"
--: owns house, house_text, visit
--: reads street, words

--: count wrong(id number)
SELECT count(*) FROM street;
