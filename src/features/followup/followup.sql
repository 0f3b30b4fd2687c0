-- Who is invited again, and to what.
--: owns invited, thanked
--: reads gathering, gathering_text, registration, mail, seat, tables, sheet
--: type day day
--: type starts clock
--: type at instant

--: maybe followup_gathering(dialogue int, slug text, own text, lang text)
-- The gathering they took part in.
SELECT g.id, g.slug, g.day, g.people, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
WHERE g.dialogue = :dialogue AND g.slug = :slug LIMIT 1;

--: many followup_next(dialogue int, besides int, from_day day, own text, lang text)
-- Where they can be invited to: announced, and not over.
SELECT g.id, g.slug, g.day, g.starts, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.place, o.place) AS "place:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM gathering g
JOIN gathering_text o ON o.gathering = g.id AND o.lang = :own
LEFT JOIN gathering_text x ON x.gathering = g.id AND x.lang = :lang
WHERE g.dialogue = :dialogue AND g.id <> :besides AND g.announced = 1 AND g.day >= :from_day
ORDER BY g.day, g.id LIMIT 50;

--: run followup_invited(registration int, gathering int, at instant)
INSERT INTO invited (registration, gathering, at) VALUES (:registration, :gathering, :at)
ON CONFLICT (registration, gathering) DO NOTHING;

--: many followup_undelivered()
-- Addresses that a mail of the last month could not reach; not what our own mail server did not take.
SELECT m.address FROM mail m WHERE m.state = 2 AND m.fault BETWEEN 1 AND 3 LIMIT 1000;

--: count followup_known(gathering int, registration int, email text)
-- Were they invited to it, did this address get an invitation this week, or is it on the list already?
SELECT (SELECT count(*) FROM invited i WHERE i.registration = :registration AND i.gathering = :gathering)
     + (SELECT count(*) FROM mail m WHERE m.kind = 3 AND m.about = :gathering AND m.address = :email)
     + (SELECT count(*) FROM registration r WHERE r.gathering = :gathering AND r.state <> 2 AND r.email = :email);

--: run followup_thanked(registration int, at instant)
INSERT INTO thanked (registration, at) VALUES (:registration, :at) ON CONFLICT (registration) DO NOTHING;

--: count followup_was_thanked(registration int)
SELECT count(*) FROM thanked t WHERE t.registration = :registration;

--: count followup_thanked_of(gathering int)
-- How many of a gathering were thanked.
SELECT count(*) FROM registration r JOIN thanked t ON t.registration = r.id WHERE r.gathering = :gathering;

--: many followup_seats(registration int)
-- The tables where somebody sat that noted something, as long as we know: round by round.
SELECT s.round, t.number FROM seat s JOIN tables t ON t.id = s.at_table
JOIN sheet h ON h.gathering = t.gathering AND h.number = t.number
WHERE s.registration = :registration ORDER BY s.round LIMIT 24;
