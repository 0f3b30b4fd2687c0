-- The desk: what is typed in for others, and the cards it comes from.
--: owns card
--: reads intake, voice, tables, gathering, gathering_text, theme
--: include "features/review/review.h"
--: type received instant
--: type printed instant
--: type account enum account
--: type visibility enum visibility
--: type state enum check_state
--: type channel enum channel

--: many typed_last(dialogue int, person int, since instant)
-- What somebody typed in last.
SELECT v.number, v.lang, v.body, v.account, i.state, i.channel, i.received FROM intake i JOIN voice v ON v.id = i.voice
WHERE i.dialogue = :dialogue AND i.received > :since AND i.taken_by = :person
ORDER BY i.received DESC LIMIT 10;

--: maybe typed_one(dialogue int, number int)
-- One of these, to take it away again.
SELECT v.id AS "voice:int", v.account, i.state, i.taken_by, i.received FROM voice v JOIN intake i ON i.voice = v.id
WHERE v.dialogue = :dialogue AND v.number = :number;

--: many typing_tables(dialogue int, own text)
-- The tables of the newest evenings, to say where it was said.
SELECT s.id, s.round, s.number, g.slug AS "gathering:text", gt.title AS "evening:text" FROM gathering g
JOIN tables s ON s.gathering = g.id
JOIN gathering_text gt ON gt.gathering = g.id AND gt.lang = :own
WHERE g.dialogue = :dialogue AND g.announced = 1 ORDER BY g.day DESC, s.round, s.number LIMIT 200;

--: run card_add(hash bytes, dialogue int, printed instant, printed_by int?)
-- A card is printed.
INSERT INTO card (hash, dialogue, printed, printed_by) VALUES (:hash, :dialogue, :printed, :printed_by);

--: maybe card_find(hash bytes)
-- Which card has this code, and was it typed in?
SELECT k.dialogue, k.printed, k.voice FROM card k WHERE k.hash = :hash;

--: run card_used(hash bytes, voice int)
-- It was typed in.
UPDATE card SET voice = :voice WHERE hash = :hash;

--: maybe desk_receipt(receipt bytes, dialogue int)
-- The voice behind a receipt of this dialogue.
SELECT v.number FROM intake i JOIN voice v ON v.id = i.voice
WHERE i.receipt = :receipt AND i.dialogue = :dialogue;
