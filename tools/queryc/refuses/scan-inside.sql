-- refuses: 5: wrong: reads the whole of visit, which grows: SCAN v
--: owns house, house_text, visit
--: reads street, words

--: one wrong(id int)
SELECT h.id, (SELECT count(*) FROM visit v WHERE v.day = h.built) AS "visits:int"
FROM house h WHERE h.id = :id;
