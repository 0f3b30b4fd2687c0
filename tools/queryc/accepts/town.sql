-- Every verb, every type and every mark, for town.c to run.

--: owns street, house, house_text, visit, words
--: type house.kind enum kind
--: type built day
--: type visit.day day
--: type seen  instant
--: type opens clock
--: type shop  bool
--: type lang  lang
--: include "tools/queryc/accepts/town.h"

--: add street_add(name text, code text?)
-- A new street; "quotes", a \ and a ?? trigraph survive in /* comments */ too.
INSERT INTO street (name, code) VALUES (:name, :code);

--: add house_add(street int, number int, kind enum kind, built day?,
--:               seen instant, opens clock?, shop bool, photo bytes?)
INSERT INTO house (street, number, kind, built, seen, opens, shop, photo)
VALUES (:street, :number, :kind, :built, :seen, :opens, :shop, :photo)
ON CONFLICT (street, number) DO NOTHING;

--: run house_describe(house int, lang lang, body text)
INSERT INTO house_text (house, lang, body) VALUES (:house, :lang, :body)
ON CONFLICT (house, lang) DO UPDATE SET body = excluded.body;

--: run words_add(house int, body text)
INSERT INTO words (rowid, body) VALUES (:house, :body);

--: run house_remove(id int)
DELETE FROM house WHERE id = :id;

--: run visit_all(street int, day day)
-- A visit to every house of a street.
INSERT INTO visit (house, day) SELECT id, :day FROM house WHERE street = :street;

--: one house_by_id(id int)
SELECT h.id, h.number, h.kind, h.built, h.seen, h.opens, h.shop, h.photo, s.name, s.code,
       x.lang, x.body -- the description may be absent
FROM house h JOIN street s ON s.id = h.street
LEFT JOIN house_text x ON x.house = h.id AND x.lang = 'nl'
WHERE h.id = :id;

--: part of_street
-- A part may stand in a part.
street = :street

--: part numbered
SELECT id, number FROM house
WHERE {of_street} AND number

--: maybe house_at(street int, number int)
{numbered} = :number;

--: maybe street_by_code(code text)
SELECT id, name FROM street WHERE code = :code AND name <> '{of_street}';

--: maybe newest_house()
SELECT id, number FROM house ORDER BY id DESC LIMIT 1;

--: many houses(street int, after int)
-- The houses of a street, three at a time.
{numbered} > :after ORDER BY number LIMIT 3;

--: maybe kept street_kept(code text)
-- The same street as long as nothing is written.
SELECT id, name FROM street WHERE code = :code;

--: many kept houses_kept(street int, after int) like houses
{numbered} > :after ORDER BY number LIMIT 3;

--: many houses_visited(day day) like houses
-- scan: a test
-- sort: a test
SELECT h.id, h.number FROM house h JOIN visit v ON v.house = h.id
WHERE v.day = :day ORDER BY h.number LIMIT 40;

--: many streets()
-- Sorting what is small needs no reason.
SELECT name AS label, coalesce(code, '-') AS "code:text", (SELECT count(*) FROM house h
    WHERE h.street = street.id) AS "houses:int", nullif(code, 'A') AS "other:text?"
FROM street ORDER BY label DESC LIMIT 99;

--: count visits(house int)
SELECT count(*) FROM visit WHERE house = :house;

--: count last_visit()
-- scan: a test
SELECT max(day) FROM visit;

--: count is_there(id int)
SELECT EXISTS (SELECT 1 FROM house WHERE id = :id);

--: stream all_texts()
-- scan: a test
SELECT house, lang, body FROM house_text ORDER BY house, lang;

--: many found(words text)
-- Full text is allowed as such.
SELECT w.rowid AS "house:int", snippet(words, 0, '[', ']', '…', 6) AS "body:text"
FROM words w WHERE words MATCH :words ORDER BY rank LIMIT 5;

--: many late_shops(street int)
-- sqlite: a test of the mark
SELECT id, ifnull(opens, 0) AS "opens:clock" FROM house WHERE street = :street AND shop = 1 LIMIT 9;
