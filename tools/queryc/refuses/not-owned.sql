-- refuses: 5: wrong: writes street, which refuses does not own
--: owns house, house_text, visit
--: reads street, words

--: add wrong(name text)
INSERT INTO street (name) VALUES (:name);
