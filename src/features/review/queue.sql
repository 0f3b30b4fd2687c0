-- What waits for somebody to read it, and what was noticed in it.
--: owns looked
--: reads intake, voice, recording, theme, theme_text, neighbourhood, history, care, objection, hold, person
--: include "features/review/review.h"
--: type kind enum kind
--: type channel enum channel
--: type consent enum consent
--: type state enum check_state
--: type help enum help
--: type act enum act
--: type young bool
--: type received instant
--: type since instant
--: type undone bool

-- ---- the list ----

--: part around_intake
-- What stands around the voice v of intake i.
LEFT JOIN neighbourhood n ON n.id = v.neighbourhood
LEFT JOIN theme t ON t.id = v.theme
LEFT JOIN theme_text tt ON tt.theme = t.id AND tt.lang = :own
LEFT JOIN theme_text tx ON tx.theme = t.id AND tx.lang = :lang
LEFT JOIN recording r ON r.voice = i.voice
LEFT JOIN care c ON c.voice = i.voice

--: part intake_columns
-- What waits, as its reader sees it.
SELECT i.voice, v.number, v.lang, v.body, v.kind, i.received, i.channel, i.consent, i.young, i.fingerprint,
       n.name AS "neighbourhood:text?", t.slug AS "theme:text?",
       coalesce(tx.title, tt.title) AS "theme_title:text?", coalesce(tx.lang, tt.lang) AS "theme_lang:text?",
       coalesce(l.help, 0) AS "help:enum help", r.voice AS "sound:int?", c.voice AS "cared:int?",

--: many queue_waiting(dialogue int, state enum check_state, own text, lang text, after int, apart bool,
--:                    theme int?, channel enum channel?, said_in text?)
-- What waits, the oldest first, behind voice `after`; one more than a page holds. Of voices with the same
-- words only the oldest, unless each is asked for apart; what stands on top (help 2) only then.
{intake_columns}
       CASE WHEN :apart OR i.fingerprint = 0 THEN 1 ELSE
           (SELECT count(*) FROM intake s WHERE s.dialogue = i.dialogue AND s.state = i.state
            AND s.fingerprint = i.fingerprint) END AS "alike:int"
FROM intake i
JOIN voice v ON v.id = i.voice
LEFT JOIN looked l ON l.voice = i.voice
{around_intake}
WHERE i.dialogue = :dialogue AND i.state = :state AND i.voice > :after
AND (:theme IS NULL OR v.theme = :theme) AND (:channel IS NULL OR i.channel = :channel)
AND (:said_in IS NULL OR v.lang = :said_in)
AND (:apart OR coalesce(l.help, 0) < 2)
AND (:apart OR i.fingerprint = 0 OR NOT EXISTS (
    SELECT 1 FROM intake e WHERE e.dialogue = i.dialogue AND e.state = i.state
    AND e.fingerprint = i.fingerprint AND e.voice < i.voice))
ORDER BY i.voice LIMIT 51;

--: many queue_urgent(dialogue int, state enum check_state, own text, lang text) like queue_waiting
-- What may speak of danger: on top, the oldest first.
{intake_columns}
       1 AS "alike:int"
FROM looked l
JOIN intake i ON i.voice = l.voice
JOIN voice v ON v.id = i.voice
{around_intake}
WHERE l.dialogue = :dialogue AND l.help = 2 AND i.state = :state
ORDER BY l.voice LIMIT 50;

--: many queue_asking(dialogue int, state enum check_state, own text, lang text, after int, theme int?,
--:                   channel enum channel?, said_in text?) like queue_waiting
-- What may ask for help, the oldest first, each by itself.
-- sort: few ask for help
{intake_columns}
       1 AS "alike:int"
FROM looked l
JOIN intake i ON i.voice = l.voice
JOIN voice v ON v.id = i.voice
{around_intake}
WHERE l.dialogue = :dialogue AND l.help >= 1 AND i.state = :state AND l.voice > :after
AND (:theme IS NULL OR v.theme = :theme) AND (:channel IS NULL OR i.channel = :channel)
AND (:said_in IS NULL OR v.lang = :said_in)
ORDER BY l.voice LIMIT 51;

--: many queue_alike(dialogue int, state enum check_state, fingerprint int, last int)
-- Voices with the same words, as far as letters go, that had come in by then.
SELECT i.voice, v.number, v.body FROM intake i JOIN voice v ON v.id = i.voice
WHERE i.dialogue = :dialogue AND i.state = :state AND i.fingerprint = :fingerprint AND i.voice <= :last
ORDER BY i.voice LIMIT 1000;

--: maybe queue_member(dialogue int, number int)
-- Where a voice stands now, to decide about it from the list.
SELECT v.id AS "voice:int", v.number, v.body, v.theme, v.kind, v.neighbourhood, v.at_table, i.state,
       i.fingerprint, i.consent, r.voice AS "sound:int?"
FROM voice v JOIN intake i ON i.voice = v.id LEFT JOIN recording r ON r.voice = v.id
WHERE v.dialogue = :dialogue AND v.number = :number;

--: count queue_count(dialogue int, state enum check_state)
-- How many wait, or are kept apart.
SELECT count(*) FROM intake i WHERE i.dialogue = :dialogue AND i.state = :state;

--: maybe queue_last(dialogue int, state enum check_state)
-- The newest voice now: what comes in later is no part of what was chosen.
SELECT i.voice FROM intake i WHERE i.dialogue = :dialogue AND i.state = :state
ORDER BY i.voice DESC LIMIT 1;

--: maybe queue_next(dialogue int, after int)
-- The next that waits, behind this one.
SELECT v.number FROM intake i JOIN voice v ON v.id = i.voice WHERE i.dialogue = :dialogue AND i.state = 0 AND i.voice > :after
ORDER BY i.voice LIMIT 1;

--: count objections_open(dialogue int)
SELECT count(*) FROM objection o WHERE o.dialogue = :dialogue AND o.decided IS NULL;

--: maybe hold_going(dialogue int)
-- What is kept apart since when, and by whom; without a person the program saw too many at once.
SELECT h.since, p.name AS "starter:text?" FROM hold h LEFT JOIN person p ON p.id = h.started_by
WHERE h.dialogue = :dialogue AND h.ended IS NULL ORDER BY h.id DESC LIMIT 1;

-- ---- what was done ----

--: many batch_done(dialogue int, batch int)
-- What was done in one go to voices, the first of it, with how many there were.
-- sort: one batch
SELECT h.act, count(DISTINCT h.number) AS "voices:int", min(v.number) AS "number:int" FROM history h JOIN voice v ON v.id = h.number
WHERE h.batch = :batch AND h.thing = 2 AND h.dialogue = :dialogue AND h.undone = 0
GROUP BY h.act ORDER BY h.act LIMIT 10;

--: many batch_left(dialogue int, batch int)
-- The voices of a batch that somebody changed since then.
-- sort: one batch
SELECT DISTINCT v.number FROM history h JOIN voice v ON v.id = h.number
WHERE h.batch = :batch AND h.thing = 2 AND h.dialogue = :dialogue AND EXISTS (
    SELECT 1 FROM history s WHERE s.thing = h.thing AND s.number = h.number AND s.id > h.id
    AND s.batch <> h.batch)
ORDER BY v.number LIMIT 200;

-- ---- what was noticed ----

--: many looked_not(dialogue int, state enum check_state)
-- What waits and was not looked at yet, or has other words since then.
SELECT i.voice, i.dialogue, i.fingerprint, v.body FROM intake i
JOIN voice v ON v.id = i.voice
LEFT JOIN looked l ON l.voice = i.voice
WHERE i.dialogue = :dialogue AND i.state = :state
AND (l.voice IS NULL OR l.fingerprint <> i.fingerprint)
ORDER BY i.voice LIMIT 500;

--: run looked_put(voice int, dialogue int, fingerprint int, help enum help)
INSERT INTO looked (voice, dialogue, fingerprint, help) VALUES (:voice, :dialogue, :fingerprint, :help)
ON CONFLICT (voice) DO UPDATE SET fingerprint = excluded.fingerprint, help = excluded.help;

--: run looked_done()
-- What no longer waits is no longer kept.
DELETE FROM looked WHERE EXISTS (SELECT 1 FROM intake i WHERE i.voice = looked.voice AND i.state = 2);

-- ---- for filters ----

--: many desk_themes(dialogue int, own text, lang text)
-- The themes, to choose from.
SELECT t.id, t.slug, coalesce(x.title, o.title) AS "title:text" FROM theme t
JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue ORDER BY t.position LIMIT 1000;

-- ---- what is like one voice ----

--: many queue_texts(dialogue int, state enum check_state)
-- The words of what waits, the oldest first.
SELECT i.voice, i.fingerprint, v.body FROM intake i JOIN voice v ON v.id = i.voice
WHERE i.dialogue = :dialogue AND i.state = :state ORDER BY i.voice LIMIT 3000;

--: maybe queue_row(voice int, own text, lang text) like queue_waiting
-- One voice as the list shows it.
{intake_columns}
       1 AS "alike:int"
FROM intake i
JOIN voice v ON v.id = i.voice
LEFT JOIN looked l ON l.voice = i.voice
{around_intake}
WHERE i.voice = :voice;

--: count batch_voices(dialogue int, batch int)
-- How many voices a batch was about.
-- sort: one batch
SELECT count(DISTINCT h.number) FROM history h
WHERE h.batch = :batch AND h.thing = 2 AND h.dialogue = :dialogue;

-- ---- what was decided ----
--: type visibility enum visibility
--: type account enum account
--: type checked instant

--: many queue_decided(dialogue int, below int)
-- What somebody decided about, the newest voice first, below this one; one more than a page holds.
SELECT i.voice, v.number, v.lang, v.body, v.visibility, v.account, i.checked, p.name AS "checker:text?"
FROM intake i JOIN voice v ON v.id = i.voice LEFT JOIN person p ON p.id = i.checked_by
WHERE i.dialogue = :dialogue AND i.state = 2 AND i.voice < :below ORDER BY i.voice DESC LIMIT 51;
