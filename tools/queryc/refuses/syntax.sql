-- refuses: 6: wrong: near "house": syntax error
--: owns house, house_text, visit
--: reads street, words

--: count wrong()
SELECT count(*) FORM house;
