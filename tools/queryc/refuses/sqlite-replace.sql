-- refuses: 6: wrong: only SQLite knows REPLACE (write ON CONFLICT)
--: owns house, house_text, visit
--: reads street, words

--: run wrong(house int)
REPLACE INTO visit (house, day) VALUES (:house, 1);
