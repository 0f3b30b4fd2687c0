-- refuses: 5: wrong: add is for INSERT
--: owns house, house_text, visit
--: reads street, words

--: add wrong(old int)
DELETE FROM visit WHERE id = :old;
