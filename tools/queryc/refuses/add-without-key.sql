-- refuses: 5: wrong: house_text has no INTEGER PRIMARY KEY to give back
--: owns house, house_text, visit
--: reads street, words

--: add wrong(house int)
INSERT INTO house_text (house, lang, body) VALUES (:house, 'nl', '');
