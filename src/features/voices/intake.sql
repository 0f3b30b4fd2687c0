-- How voices come in, are checked, and stay their author's: everything that writes these tables. Other
-- features (review, receipt) change a voice by the functions of intake.h, and read what they show.
--: owns intake, voice_said, recording, message, objection, care, hold, listening
--: owns voice, voice_text, story, story_text
--: reads theme, neighbourhood, dialogue, phase
--: include "features/voices/intake.h"
--: type visibility enum visibility
--: type account enum account
--: type reason enum reason
--: type kind enum kind
--: type channel enum channel
--: type consent enum consent
--: type state enum check_state
--: type hidden_for enum reason
--: type young bool
--: type received instant
--: type checked instant
--: type since instant
--: type until day
--: type is_open bool
--: type recordings bool

-- ---- coming in ----

--: maybe listening_of(dialogue int)
-- What this dialogue takes in, when somebody set it; else it is open in its first two phases.
SELECT l.is_open, l.until, l.recordings, l.per_minute FROM listening l WHERE l.dialogue = :dialogue;

--: count listening_phases(dialogue int)
-- How many of the phases in which a dialogue listens are now.
SELECT count(*) FROM phase p WHERE p.dialogue = :dialogue AND p.phase BETWEEN 0 AND 1 AND p.state = 1;

--: run listening_put(dialogue int, is_open bool, until day?, recordings bool, per_minute int)
-- What it takes in from now on.
INSERT INTO listening (dialogue, is_open, until, recordings, per_minute)
VALUES (:dialogue, :is_open, :until, :recordings, :per_minute)
ON CONFLICT (dialogue) DO UPDATE SET is_open = excluded.is_open, until = excluded.until,
    recordings = excluded.recordings, per_minute = excluded.per_minute;

--: maybe voice_last(dialogue int)
-- The highest number so far.
SELECT v.number FROM voice v WHERE v.dialogue = :dialogue ORDER BY v.number DESC LIMIT 1;

--: run intake_add(voice int, dialogue int, received instant, channel enum channel, consent enum consent,
--:                young bool, receipt bytes, taken_by int?, fingerprint int, state enum check_state)
-- How it came in.
INSERT INTO intake (voice, dialogue, received, channel, consent, young, receipt, taken_by, fingerprint, state)
VALUES (:voice, :dialogue, :received, :channel, :consent, :young, :receipt, :taken_by, :fingerprint, :state);

--: maybe intake_by_receipt(receipt bytes)
-- The voice behind a code, by its SHA-256.
SELECT i.voice, i.dialogue, i.state, v.number FROM intake i JOIN voice v ON v.id = i.voice
WHERE i.receipt = :receipt;

--: maybe intake_at(dialogue int, number int)
-- When a voice came in.
SELECT i.received FROM voice v JOIN intake i ON i.voice = v.id
WHERE v.dialogue = :dialogue AND v.number = :number;

--: count intake_since(dialogue int, above int, since instant)
-- How many of those with a higher number came in by themselves since then; what tables note (channel 5)
-- is no wave.
SELECT count(*) FROM voice v JOIN intake i ON i.voice = v.id
WHERE v.dialogue = :dialogue AND v.number > :above AND i.received > :since AND i.taken_by IS NULL
  AND i.channel <> 5;

--: run recording_put(voice int, type text, bytes bytes)
-- The sound of a voice that was spoken.
INSERT INTO recording (voice, type, bytes) VALUES (:voice, :type, :bytes);

--: maybe recording_of(voice int)
-- The sound, for the team only.
SELECT r.type, r.bytes FROM recording r WHERE r.voice = :voice;

--: run recording_delete(voice int)
DELETE FROM recording WHERE voice = :voice;

-- ---- waves ----

--: maybe hold_now(dialogue int)
-- What goes on of a hold: what comes in meanwhile is kept apart.
SELECT h.id, h.since, h.started_by FROM hold h
WHERE h.dialogue = :dialogue AND h.ended IS NULL ORDER BY h.id DESC LIMIT 1;

--: add hold_add(dialogue int, since instant, started_by int?)
-- A hold begins.
INSERT INTO hold (dialogue, since, started_by) VALUES (:dialogue, :since, :started_by);

--: run hold_end(dialogue int, ended instant)
-- Every hold of a dialogue ends.
UPDATE hold SET ended = :ended WHERE dialogue = :dialogue AND ended IS NULL;

-- ---- where a voice stands ----

--: maybe voice_state(voice int)
-- Everything that decides what may be done with a voice; without intake when it was loaded.
SELECT v.dialogue, v.number, v.theme, h.slug AS "theme_slug:text?", v.kind, v.neighbourhood,
       n.slug AS "neighbourhood_slug:text?", v.at_table, v.lang, v.body, v.visibility, v.account,
       v.reason, s.body AS "said:text?", i.channel, i.consent, i.young, i.state, i.checked,
       i.checked_by, i.hidden_for
FROM voice v
LEFT JOIN intake i ON i.voice = v.id
LEFT JOIN voice_said s ON s.voice = v.id
LEFT JOIN theme h ON h.id = v.theme
LEFT JOIN neighbourhood n ON n.id = v.neighbourhood
WHERE v.id = :voice;

--: run voice_set_visibility(voice int, visibility enum visibility)
UPDATE voice SET visibility = :visibility WHERE id = :voice;

--: run voice_set_account(voice int, account enum account, reason enum reason?)
UPDATE voice SET account = :account, reason = :reason WHERE id = :voice;

--: run voice_set_body(voice int, body text)
UPDATE voice SET body = :body WHERE id = :voice;

--: run voice_set_lang(voice int, lang text)
UPDATE voice SET lang = :lang WHERE id = :voice;

--: run voice_set_place(voice int, theme int?, kind enum kind?, neighbourhood int?, at_table int?)
UPDATE voice SET theme = :theme, kind = :kind, neighbourhood = :neighbourhood, at_table = :at_table
WHERE id = :voice;

--: run intake_decided(voice int, state enum check_state, checked instant?, checked_by int?,
--:                    hidden_for enum reason?)
-- Somebody decided whether it is shown, or it waits again.
UPDATE intake SET state = :state, checked = :checked, checked_by = :checked_by, hidden_for = :hidden_for
WHERE voice = :voice;

--: run intake_emptied(voice int)
-- Nothing is left of it to read: it waits for nobody.
UPDATE intake SET fingerprint = 0, state = 2 WHERE voice = :voice;

--: run intake_fingerprint_put(voice int, fingerprint int)
UPDATE intake SET fingerprint = :fingerprint WHERE voice = :voice;

--: run said_put(voice int, body text)
-- What was said, kept once: before words were first left out.
INSERT INTO voice_said (voice, body) VALUES (:voice, :body) ON CONFLICT (voice) DO NOTHING;

--: run said_delete(voice int)
DELETE FROM voice_said WHERE voice = :voice;

-- ---- erased ----

--: run voice_empty(voice int, salt bytes)
-- Every word goes; the number, its place and its account remain.
UPDATE voice SET body = '', salt = :salt, visibility = 3 WHERE id = :voice;

--: run voice_translations_delete(voice int)
DELETE FROM voice_text WHERE voice = :voice;

--: run voice_translation_delete(voice int, lang text)
DELETE FROM voice_text WHERE voice = :voice AND lang = :lang;

--: run story_empty(voice int)
UPDATE story SET signed = '' WHERE voice = :voice;

--: run story_titles_empty(voice int)
UPDATE story_text SET title = '' WHERE story = :voice;

--: run messages_delete(voice int)
DELETE FROM message WHERE voice = :voice;

--: run objections_empty(voice int)
UPDATE objection SET body = '', answer = '' WHERE voice = :voice;

--: run care_empty(voice int)
UPDATE care SET note = '' WHERE voice = :voice;

-- ---- to and fro with its author ----
--: type message.at instant
--: type objection.at instant
--: type decided instant
--: type granted bool

--: add message_add(voice int, at instant, person int?, body text)
-- A message; without a person it is its author's.
INSERT INTO message (voice, at, person, body) VALUES (:voice, :at, :person, :body);

--: many messages_of(voice int)
-- What was said to and fro.
SELECT m.id, m.at, m.person, m.body FROM message m WHERE m.voice = :voice ORDER BY m.id LIMIT 100;

--: add objection_add(voice int, dialogue int, at instant, body text)
-- Its author does not agree.
INSERT INTO objection (voice, dialogue, at, body, answer) VALUES (:voice, :dialogue, :at, :body, '');

--: many objections_of(voice int)
-- In the order in which they were made.
SELECT o.id, o.at, o.body, o.decided, o.decided_by, o.granted, o.answer FROM objection o
WHERE o.voice = :voice ORDER BY o.id LIMIT 20;

--: maybe objection_find(objection int)
SELECT o.voice, o.dialogue, o.at, o.body, o.decided, o.granted, o.answer FROM objection o
WHERE o.id = :objection;

--: run objection_decide(objection int, decided instant, decided_by int, granted bool, answer text)
-- Somebody else than who decided first.
UPDATE objection SET decided = :decided, decided_by = :decided_by, granted = :granted, answer = :answer
WHERE id = :objection AND decided IS NULL;

-- ---- care ----
--: type due instant
--: type made instant
--: type closed instant

--: run care_put(voice int, dialogue int, owner int, due instant, made instant, note text)
-- Somebody has to do something for whoever said this.
INSERT INTO care (voice, dialogue, owner, due, made, note)
VALUES (:voice, :dialogue, :owner, :due, :made, :note)
ON CONFLICT (voice) DO UPDATE SET owner = excluded.owner, due = excluded.due, note = excluded.note,
    closed = NULL;

--: run care_close(voice int, closed instant)
-- It was dealt with; what was known of it goes.
UPDATE care SET closed = :closed, note = '' WHERE voice = :voice;

--: maybe care_of(voice int)
SELECT c.owner, c.due, c.made, c.note, c.closed FROM care c WHERE c.voice = :voice;

--: many objection_ids(voice int)
SELECT o.id FROM objection o WHERE o.voice = :voice ORDER BY o.id LIMIT 1000;
