-- refuses: 5: wrong: deletes the whole of visit, which grows
--: owns house, house_text, visit
--: reads street, words

--: run wrong()
DELETE FROM visit;
