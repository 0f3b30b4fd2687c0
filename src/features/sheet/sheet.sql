-- The sheets of tables: links, devices, and what they handed in.
--: owns sheet, sheet_device, sheet_row, sheet_home, sheet_former
--: reads membercheck, gathering, gathering_text, dialogue, tables, theme, theme_text, voice, programme
--: include "features/sheet/acts.h"
--: type gathering.day day
--: type starts clock
--: type made instant
--: type closed instant
--: type agreed bool
--: type opened instant
--: type heard instant
--: type rehearsed instant
--: type written instant
--: type received instant
--: type act enum sheet_act
--: type kind enum kind
--: type account enum account
--: type reason enum reason
--: type visibility enum visibility

-- ---- sheets ----

--: maybe sheet_find(hash bytes)
-- The sheet behind the code in a link.
SELECT s.id, s.hash, s.number, s.turn, s.closed, s.agreed, g.id AS "gathering:int", g.slug AS "evening:text", g.day,
       d.id AS "dialogue:int", d.slug AS "dialogue_slug:text"
FROM sheet s JOIN gathering g ON g.id = s.gathering JOIN dialogue d ON d.id = g.dialogue
WHERE s.hash = :hash;

--: maybe sheet_at_home(hash bytes) like sheet_find
-- The sheet behind the code on a card at a seat.
SELECT s.id, s.hash, s.number, s.turn, s.closed, s.agreed, g.id AS "gathering:int", g.slug AS "evening:text", g.day,
       d.id AS "dialogue:int", d.slug AS "dialogue_slug:text"
FROM sheet_home h JOIN sheet s ON s.id = h.sheet JOIN gathering g ON g.id = s.gathering
JOIN dialogue d ON d.id = g.dialogue
WHERE h.hash = :hash;

--: run sheet_home_put(sheet int, hash bytes)
-- The code on the cards of a table.
INSERT INTO sheet_home (sheet, hash) VALUES (:sheet, :hash) ON CONFLICT DO NOTHING;

--: add sheet_add(gathering int, number int, hash bytes, made instant)
-- A table gets its link; ERR_CLASH when it has one.
INSERT INTO sheet (gathering, number, hash, made) VALUES (:gathering, :number, :hash, :made)
ON CONFLICT DO NOTHING;

--: run sheet_link_put(sheet int, hash bytes, turn int)
-- Another link.
UPDATE sheet SET hash = :hash, turn = :turn WHERE id = :sheet;

--: run sheet_former_put(hash bytes, sheet int)
-- A link that lets nobody in any more.
INSERT INTO sheet_former (hash, sheet) VALUES (:hash, :sheet) ON CONFLICT DO NOTHING;

--: maybe sheet_former_find(hash bytes)
-- The number of the table whose link it was.
SELECT s.number FROM sheet_former f JOIN sheet s ON s.id = f.sheet WHERE f.hash = :hash;

--: run sheet_close(sheet int, closed instant, agreed bool?)
-- Nothing is noted there any more. `agreed`: what the table said when it was read back; NULL: it was not.
UPDATE sheet SET closed = :closed, agreed = :agreed WHERE id = :sheet AND closed IS NULL;

--: run sheet_open_again(sheet int)
UPDATE sheet SET closed = NULL, agreed = NULL WHERE id = :sheet;

--: many sheet_rounds(gathering int, number int, own text, lang text)
-- What a table talks about, round by round.
SELECT s.id, s.round, s.theme, s.place, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.question, o.question) AS "question:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM tables s
JOIN theme_text o ON o.theme = s.theme AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = s.theme AND x.lang = :lang
WHERE s.gathering = :gathering AND s.number = :number ORDER BY s.round LIMIT 20;

--: many sheet_starts(gathering int)
-- When the rounds begin, in their order, as the programme says.
SELECT p.starts FROM programme p
WHERE p.gathering = :gathering AND p.kind = 3 AND p.starts IS NOT NULL ORDER BY p.position LIMIT 20;

-- ---- devices ----

--: maybe sheet_device_find(sheet int, device bytes)
SELECT d.id, d.opened, d.rehearsed FROM sheet_device d WHERE d.sheet = :sheet AND d.device = :device;

--: add sheet_device_add(sheet int, device bytes, now instant)
-- A device is heard of for the first time.
INSERT INTO sheet_device (sheet, device, opened, heard, waiting)
VALUES (:sheet, :device, :now, :now, 0);

--: run sheet_device_heard(device int, heard instant, waiting int, rehearsed instant?)
-- What it says of itself.
UPDATE sheet_device SET heard = :heard, waiting = :waiting, rehearsed = :rehearsed WHERE id = :device;

-- ---- rows ----

--: maybe sheet_row_find(sheet int, mark bytes)
-- Was this row handed in before, and what is it about?
SELECT r.id, r.act, r.voice FROM sheet_row r WHERE r.sheet = :sheet AND r.mark = :mark;

--: add sheet_row_add(sheet int, mark bytes, device int, turn int, act enum sheet_act, voice int?,
--:                   speaker int?, written instant, received instant)
INSERT INTO sheet_row (sheet, mark, device, turn, act, voice, speaker, written, received)
VALUES (:sheet, :mark, :device, :turn, :act, :voice, :speaker, :written, :received);

--: run sheet_speaker_put(row int, speaker int?)
-- Somebody else said it.
UPDATE sheet_row SET speaker = :speaker WHERE id = :row;

--: count sheet_full(sheet int)
-- How much was handed in at a sheet.
SELECT count(*) FROM sheet_row r WHERE r.sheet = :sheet;

--: many sheet_notes(sheet int)
-- What was noted at a table, in the order in which it came in.
SELECT r.id, r.mark, r.speaker, r.turn, d.device, v.id AS "voice:int", v.number, v.kind, v.lang,
       v.body, v.account, v.reason, v.visibility, s.round
FROM sheet_row r
JOIN sheet_device d ON d.id = r.device
JOIN voice v ON v.id = r.voice
JOIN tables s ON s.id = v.at_table
WHERE r.sheet = :sheet AND r.act = 0 ORDER BY r.id LIMIT 1000;

--: many sheet_notes_later(gathering int, number int, sheet int) like sheet_notes
-- What the team typed in of this table, from paper or by hand: no device handed it in.
-- sort: what one table said
SELECT v.id, x'' AS "mark:bytes", NULL AS "speaker:int?", 0 AS "turn:int", x'' AS "device:bytes",
       v.id AS "voice:int", v.number, v.kind, v.lang, v.body, v.account, v.reason, v.visibility, s.round
FROM tables s JOIN voice v ON v.at_table = s.id
WHERE s.gathering = :gathering AND s.number = :number AND NOT EXISTS
    (SELECT 1 FROM sheet_row r WHERE r.voice = v.id AND r.sheet = :sheet)
ORDER BY s.round, v.number LIMIT 1000;

--: maybe sheet_note_of(sheet int, gathering int, at int, dialogue int, number int)
-- What was noted at this table, by the number of its voice. No `mark`: the team typed it in.
SELECT r.id, r.mark, r.speaker, v.id AS "voice:int", v.number, v.kind, v.lang, v.body, v.account,
       v.visibility, s.round
FROM voice v
JOIN tables s ON s.id = v.at_table
LEFT JOIN sheet_row r ON r.voice = v.id AND r.act = 0 AND r.sheet = :sheet
WHERE v.dialogue = :dialogue AND v.number = :number
AND (r.id IS NOT NULL OR s.gathering = :gathering AND s.number = :at) LIMIT 1;

--: count sheet_checked(gathering int)
-- 1 when the points of its evening were laid before the tables.
SELECT count(*) FROM membercheck m WHERE m.gathering = :gathering;
