-- refuses: 6: wrong: parameter ?1: write :name
--: owns house, house_text, visit
--: reads street, words

--: one wrong()
SELECT id FROM house WHERE id = ?1;
