-- refuses: 5: wrong: reads the whole of words, which grows: SCAN words VIRTUAL TABLE INDEX 0:
--: owns house, house_text, visit
--: reads street, words

--: many wrong(word text)
SELECT body AS "body:text" FROM words WHERE body = :word LIMIT 5;
