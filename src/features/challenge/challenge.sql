-- The right to challenge: the terms of a dialogue, what people sent, and how it was decided.
--: owns challenge_terms, challenge, challenge_contact
--: include "features/challenge/states.h"
--: type is_open bool
--: type is_shown bool
--: type state enum challenge_state
--: type received day
--: type complete day
--: type decide_by day
--: type put_off day
--: type decided day
--: type dropped day

--: maybe challenge_terms_find(dialogue int)
SELECT is_open, receipt_days, decide_days, more_days, decider, decider_en FROM challenge_terms
WHERE dialogue = :dialogue;

--: run challenge_terms_put(dialogue int, is_open bool, receipt_days int, decide_days int, more_days int,
--:                         decider text, decider_en text)
INSERT INTO challenge_terms (dialogue, is_open, receipt_days, decide_days, more_days, decider, decider_en)
VALUES (:dialogue, :is_open, :receipt_days, :decide_days, :more_days, :decider, :decider_en)
ON CONFLICT (dialogue) DO UPDATE SET is_open = excluded.is_open, receipt_days = excluded.receipt_days,
   decide_days = excluded.decide_days, more_days = excluded.more_days, decider = excluded.decider,
   decider_en = excluded.decider_en;

--: count challenge_next(dialogue int)
SELECT coalesce(max(c.number), 0) + 1 FROM challenge c WHERE c.dialogue = :dialogue;

--: add challenge_add(dialogue int, number int, received day, lang text, task text, plan text, costs text,
--:                   backing text, decide_by day)
-- It came in, and is not shown yet.
INSERT INTO challenge (dialogue, number, received, state, is_shown, lang, task, plan, costs, backing, complete,
                       decide_by, put_off, why, decided, answer, answer_en)
VALUES (:dialogue, :number, :received, 0, 0, :lang, :task, :plan, :costs, :backing, NULL, :decide_by, NULL, '', NULL,
        '', '');

--: run challenge_contact_put(challenge int, name text, email text, phone text)
INSERT INTO challenge_contact (challenge, name, email, phone) VALUES (:challenge, :name, :email, :phone);

--: maybe challenge_contact_find(challenge int)
SELECT name, email, phone FROM challenge_contact WHERE challenge = :challenge;

--: maybe challenge_find(dialogue int, number int)
SELECT id, number, received, state, is_shown, lang, task, plan, costs, backing, complete, decide_by, put_off, why,
       decided, answer, answer_en, dropped
FROM challenge WHERE dialogue = :dialogue AND number = :number;

--: many challenges(dialogue int, desk bool, before int)
-- Newest first, fifty at a time; at the desk also what was none.
SELECT number, received, state, is_shown, lang, task, decide_by, put_off, decided, dropped FROM challenge
WHERE dialogue = :dialogue AND number < :before AND (dropped IS NULL OR :desk = 1) ORDER BY number DESC LIMIT 50;

--: count challenges_dropped(dialogue int)
-- How many were no challenge.
SELECT count(*) FROM challenge WHERE dialogue = :dialogue AND dropped IS NOT NULL;

--: run challenge_drop(challenge int, day day)
-- It is no challenge: its words go.
UPDATE challenge SET dropped = :day, is_shown = 0, task = '', plan = '', costs = '', backing = '', why = '',
       answer = '', answer_en = '' WHERE id = :challenge;

--: run challenge_contact_forget(challenge int)
DELETE FROM challenge_contact WHERE challenge = :challenge;

--: run challenge_update(challenge int, state enum challenge_state, is_shown bool, complete day?, put_off day?,
--:                      why text, decided day?, answer text, answer_en text)
UPDATE challenge SET state = :state, is_shown = :is_shown, complete = :complete, put_off = :put_off, why = :why,
       decided = :decided, answer = :answer, answer_en = :answer_en WHERE id = :challenge;

--: run challenge_contacts_forget(before day)
-- Nobody has to be answered any more of what was decided before that day, or had to be.
DELETE FROM challenge_contact WHERE challenge IN (
    SELECT c.id FROM challenge c WHERE coalesce(c.decided, c.put_off, c.decide_by) < :before);

--: run challenge_words_forget(before day)
-- What was never shown goes too; that it came, and what was decided, stays.
UPDATE challenge SET task = '', plan = '', costs = '', backing = ''
WHERE coalesce(decided, put_off, decide_by) < :before AND is_shown = 0 AND task <> '';
