-- refuses: 6: wrong: only SQLite knows INSERT OR or UPDATE OR (write ON CONFLICT)
--: owns house, house_text, visit
--: reads street, words

--: run wrong(house int)
INSERT OR IGNORE INTO visit (house, day) VALUES (:house, 1);
