-- refuses: 5: wrong: reads the whole of house, which grows: SCAN house
--: owns house, house_text, visit
--: reads street, words

--: run wrong(seen instant)
UPDATE house SET seen = :seen;
