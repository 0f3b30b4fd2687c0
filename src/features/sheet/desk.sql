-- The team's page of the tables of an evening: links, and which phones are ready.
--: reads sheet, sheet_device, sheet_row, gathering, gathering_text, tables, table_plan, theme_text
--: include "features/sheet/acts.h"
--: type gathering.day day
--: type closed instant
--: type agreed bool
--: type opened instant
--: type heard instant
--: type rehearsed instant

--: many sheet_evenings(dialogue int, own text)
-- The evenings that have tables, the newest first.
SELECT g.id, g.slug, g.day, x.title,
       (SELECT count(DISTINCT s.number) FROM tables s WHERE s.gathering = g.id) AS "tables:int",
       (SELECT count(*) FROM sheet h WHERE h.gathering = g.id) AS "sheets:int"
FROM gathering g JOIN gathering_text x ON x.gathering = g.id AND x.lang = :own
WHERE g.dialogue = :dialogue ORDER BY g.day DESC, g.id LIMIT 100;

--: maybe sheet_evening(dialogue int, slug text, own text)
-- One of these.
SELECT g.id, g.slug, g.day, x.title, x.place
FROM gathering g JOIN gathering_text x ON x.gathering = g.id AND x.lang = :own
WHERE g.dialogue = :dialogue AND g.slug = :slug;

--: many sheet_tables(gathering int)
-- The tables in the room, with their sheet when they have one, and how much came in.
-- sort: hundreds of tables
SELECT t.number, h.id AS "sheet:int?", h.turn AS "turn:int?", h.hash AS "hash:bytes?", h.closed, h.agreed,
       (SELECT count(*) FROM sheet_row r WHERE r.sheet = h.id AND r.act = 0) AS "notes:int",
       (SELECT count(*) FROM sheet_device d WHERE d.sheet = h.id) AS "devices:int",
       (SELECT max(coalesce(p.seats, 8)) FROM tables s LEFT JOIN table_plan p ON p.at_table = s.id
        WHERE s.gathering = :gathering AND s.number = t.number) AS "seats:int"
FROM (SELECT DISTINCT s.number FROM tables s WHERE s.gathering = :gathering) t
LEFT JOIN sheet h ON h.gathering = :gathering AND h.number = t.number
ORDER BY t.number LIMIT 300;

--: many sheet_devices(gathering int)
-- The phones on which sheets were opened, table by table.
SELECT h.number, d.device, d.opened, d.heard, d.rehearsed, d.waiting,
       (SELECT count(*) FROM sheet_row r WHERE r.device = d.id AND r.act = 0) AS "notes:int"
FROM sheet h JOIN sheet_device d ON d.sheet = h.id
WHERE h.gathering = :gathering ORDER BY h.number, d.id LIMIT 1000;
