-- What the page of a receipt shows of one voice.
--: reads voice, intake, voice_said, recording, dialogue, dialogue_text, theme, theme_text, neighbourhood
--: reads story, story_text, edition, point, point_text, point_voice, voice_text, history, care
--: reads advice, advice_point, point_aside, answer, commitment, commitment_text, deed
--: include "features/voices/intake.h"
--: include "features/history/history.h"
--: type visibility enum visibility
--: type account enum account
--: type reason enum reason
--: type kind enum kind
--: type channel enum channel
--: type consent enum consent
--: type intake.state enum check_state
--: type hidden_for enum reason
--: type young bool
--: type received instant
--: type checked instant
--: type published instant
--: type day day
--: type invented bool
--: type counts_days bool
--: type given day
--: type first_due day
--: type answer.day day
--: type answer.kind enum answer_kind
--: type commitment.state enum commitment_state
--: type act enum act
--: type at instant
--: type due instant
--: type closed instant

--: maybe receipt_voice(receipt bytes, lang text)
-- The voice behind a receipt, by the SHA-256 of its code.
SELECT v.id, v.number, v.dialogue, d.slug, d.lang AS "own:text", d.invented, d.counts_days,
       coalesce(dx.title, dt.title) AS "title:text", coalesce(dx.lang, dt.lang) AS "title_lang:text",
       v.lang, v.body, s.body AS "said:text?", v.visibility, v.account, v.reason, v.kind, v.day,
       i.received, i.channel, i.consent, i.young, i.state, i.checked, i.hidden_for,
       h.slug AS "theme:text?", coalesce(hx.title, ho.title) AS "theme_title:text?",
       coalesce(hx.lang, ho.lang) AS "theme_lang:text?", n.name AS "neighbourhood:text?",
       t.signed AS "signed_by:text?", tx.title AS "story_title:text?",
       r.type AS "sound:text?",
       (SELECT e.id FROM edition e WHERE e.dialogue = v.dialogue ORDER BY e.number DESC LIMIT 1) AS "edition:int?"
FROM intake i
JOIN voice v ON v.id = i.voice
JOIN dialogue d ON d.id = v.dialogue
JOIN dialogue_text dt ON dt.dialogue = d.id AND dt.lang = d.lang
LEFT JOIN dialogue_text dx ON dx.dialogue = d.id AND dx.lang = :lang
LEFT JOIN voice_said s ON s.voice = v.id
LEFT JOIN theme h ON h.id = v.theme
LEFT JOIN theme_text ho ON ho.theme = h.id AND ho.lang = d.lang
LEFT JOIN theme_text hx ON hx.theme = h.id AND hx.lang = :lang
LEFT JOIN neighbourhood n ON n.id = v.neighbourhood
LEFT JOIN story t ON t.voice = v.id
LEFT JOIN story_text tx ON tx.story = v.id AND tx.lang = d.lang
LEFT JOIN recording r ON r.voice = v.id
WHERE i.receipt = :receipt LIMIT 1;

--: maybe receipt_sound(receipt bytes)
-- What was spoken.
SELECT r.type, r.bytes FROM intake i JOIN recording r ON r.voice = i.voice WHERE i.receipt = :receipt;

--: many receipt_translations(voice int)
-- Its translations.
SELECT x.lang, x.body FROM voice_text x WHERE x.voice = :voice ORDER BY x.lang LIMIT 100;

--: many receipt_history(voice int)
-- What was done with it, and the words that were changed.
SELECT h.at, h.act, h.before, h.after FROM history h
WHERE h.thing = 2 AND h.number = :voice ORDER BY h.id LIMIT 1000;

--: maybe receipt_care(voice int)
-- Whether somebody takes care of its author.
SELECT c.due, c.note, c.closed FROM care c WHERE c.voice = :voice;

-- ---- what the city does with it ----

--: many receipt_advices(voice int)
-- The advices on points that rest on it, with what was answered.
-- sort: what one voice led to
SELECT DISTINCT a.id, a.number, a.given, n.kind AS "answered:enum answer_kind?", n.day
FROM point_voice r
JOIN advice_point p ON p.point = r.point
JOIN advice a ON a.id = p.advice AND a.given IS NOT NULL
LEFT JOIN answer n ON n.advice = a.id
WHERE r.voice = :voice AND r.edition > 0 ORDER BY a.number LIMIT 20;

--: many receipt_asides(voice int)
-- Why no advice is made of such a point.
-- sort: what one voice led to
SELECT DISTINCT s.point, s.reason AS "why:text" FROM point_voice r JOIN point_aside s ON s.point = r.point
WHERE r.voice = :voice AND r.edition > 0 ORDER BY s.point LIMIT 20;

--: many receipt_promises(voice int, own text, lang text)
-- What was promised because of those answers.
-- sort: what one voice led to
SELECT DISTINCT c.id, c.number, c.advice, c.state, c.first_due, coalesce(x.title, o.title) AS "title:text",
       coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT count(*) FROM deed d WHERE d.commitment = c.id) AS "deeds:int"
FROM point_voice r
JOIN advice_point p ON p.point = r.point
JOIN commitment c ON c.advice = p.advice
JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
WHERE r.voice = :voice AND r.edition > 0 ORDER BY c.number LIMIT 20;
