-- refuses: 5: wrong: run is for INSERT, UPDATE and DELETE
--: owns house, house_text, visit
--: reads street, words

--: run wrong(id int)
SELECT id FROM visit WHERE id = :id;
