-- Those who work with a dialogue: who they are, what they may do and where, how they sign in.
--: owns person, role, invitation, session, passkey, throttle, presence
--: reads dialogue, dialogue_text, municipality, map_steward
--: include "web/web.h"
--: type role.role enum who
--: type made instant
--: type ended instant
--: type ends instant
--: type seen instant
--: type presence.at instant
--: type used instant
--: type last instant
--: type until instant
--: type complete bool

-- ---- who asks ----

--: maybe session_visitor(hash bytes, slug text, used_after instant, made_after instant)
-- Whose session this is, and the roles of that person: everywhere, in the dialogue of this slug, anywhere.
SELECT s.person, s.complete, s.made, s.seen, p.name,
       (SELECT max(r.role) FROM role r WHERE r.person = p.id AND r.dialogue IS NULL)
           AS "everywhere:enum who?",
       (SELECT max(r.role) FROM role r JOIN dialogue d ON d.id = r.dialogue
        WHERE r.person = p.id AND d.slug = :slug) AS "here:enum who?",
       EXISTS (SELECT 1 FROM role r WHERE r.person = p.id) AS "anywhere:bool",
       EXISTS (SELECT 1 FROM map_steward g WHERE g.person = p.id) AS "steward:bool"
FROM session s
JOIN person p ON p.id = s.person
WHERE s.hash = :hash AND s.seen > :used_after AND s.made > :made_after AND p.ended IS NULL;

--: run session_seen(hash bytes, now instant, before instant)
-- It was used; written down once an hour at most.
UPDATE session SET seen = :now WHERE hash = :hash AND seen < :before;

--: maybe session_waiting(hash bytes, made_after instant)
-- A session in which the password was right, and a passkey is still asked.
SELECT s.person, s.challenge, p.name, p.email, p.handle
FROM session s
JOIN person p ON p.id = s.person
WHERE s.hash = :hash AND s.complete = 0 AND s.made > :made_after AND p.ended IS NULL;

-- ---- sessions ----

--: run session_add(hash bytes, person int, now instant, device text, complete bool, challenge bytes)
-- A browser that signs in.
INSERT INTO session (hash, person, id, made, seen, device, complete, challenge)
VALUES (:hash, :person, (SELECT coalesce(max(s.id), 0) + 1 FROM session s), :now, :now, :device,
        :complete, :challenge);

--: run session_challenge_set(hash bytes, challenge bytes)
-- What a passkey has to sign now; each is used once.
UPDATE session SET challenge = :challenge WHERE hash = :hash;

--: maybe session_challenge_get(hash bytes)
SELECT challenge FROM session WHERE hash = :hash;

--: run session_end(hash bytes)
-- This browser signs out.
DELETE FROM session WHERE hash = :hash;

--: run session_end_one(session int, person int)
-- One of somebody's own sessions.
DELETE FROM session WHERE id = :session AND person = :person;

--: run sessions_end(person int)
-- Everywhere, at once.
DELETE FROM session WHERE person = :person;

--: run sessions_end_others(person int, hash bytes)
-- Everywhere but here.
DELETE FROM session WHERE person = :person AND hash <> :hash;

--: run sessions_sweep(used_before instant, made_before instant)
-- Those that nobody can use any more.
DELETE FROM session WHERE seen <= :used_before OR made <= :made_before;

--: many sessions_of(person int, used_after instant, made_after instant)
-- Where somebody is signed in, the newest first.
SELECT id, hash, made, seen, device FROM session
WHERE person = :person AND complete = 1 AND seen > :used_after AND made > :made_after
ORDER BY made DESC LIMIT 50;

-- ---- people ----

--: maybe person_signing_in(email text)
-- What signing in needs to know; nobody who left.
SELECT id, name, password, EXISTS (SELECT 1 FROM passkey k WHERE k.person = person.id) AS "guarded:bool"
FROM person WHERE email = :email AND ended IS NULL;

--: maybe person_get(person int)
SELECT id, name, email, password, handle, made, ended FROM person WHERE id = :person;

--: maybe person_find(email text)
-- Also who left.
SELECT id, name, password, ended FROM person WHERE email = :email;

--: add person_add(name text, email text, handle bytes, made instant)
-- Somebody new, who has no password yet.
INSERT INTO person (name, email, password, handle, made, ended)
VALUES (:name, :email, '', :handle, :made, NULL);

--: run person_name_set(person int, name text)
UPDATE person SET name = :name WHERE id = :person;

--: run person_password_set(person int, password text)
-- As password_make made it; empty: none.
UPDATE person SET password = :password WHERE id = :person;

--: run person_end(person int, ended instant)
-- They left. Their name stays, for what they did.
UPDATE person SET ended = :ended, password = '' WHERE id = :person;

--: run person_return(person int, name text)
-- They are back, and choose a new password.
UPDATE person SET ended = NULL, password = '', name = :name WHERE id = :person;

--: many people_list()
-- Everybody, who is there before who left.
SELECT p.id, p.name, p.email, p.ended, p.password <> '' AS "ready:bool",
       (SELECT max(i.ends) FROM invitation i WHERE i.person = p.id) AS "invited_until:instant?",
       (SELECT max(s.seen) FROM session s WHERE s.person = p.id) AS "last_seen:instant?"
FROM person p ORDER BY p.ended IS NOT NULL, p.name, p.id LIMIT 1000;

--: many people_in(dialogue int)
-- Who has a role in this dialogue.
SELECT p.id, p.name, p.email, p.password <> '' AS "ready:bool", r.id AS "role_id:int", r.role
FROM role r
JOIN person p ON p.id = r.person
WHERE r.dialogue = :dialogue AND p.ended IS NULL
ORDER BY r.role DESC, p.name, p.id LIMIT 500;

-- ---- roles ----

--: many roles_of(person int, lang text)
-- What somebody may do, and where.
SELECT r.id, r.role, d.id AS "dialogue:int?", d.slug AS "slug:text?",
       coalesce(x.title, o.title) AS "title:text?", coalesce(x.lang, o.lang) AS "lang:text?"
FROM role r
LEFT JOIN dialogue d ON d.id = r.dialogue
LEFT JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
WHERE r.person = :person ORDER BY r.dialogue IS NOT NULL, r.role DESC, r.id LIMIT 200;

--: maybe role_get(role int)
SELECT person, dialogue, role FROM role WHERE id = :role;

--: maybe role_at(person int, dialogue int)
-- The role there; dialogue 0 is everywhere.
SELECT id, role FROM role WHERE person = :person AND coalesce(dialogue, 0) = :dialogue;

--: run role_put(person int, dialogue int?, role enum who)
-- One role for each place.
INSERT INTO role (person, dialogue, role) VALUES (:person, :dialogue, :role)
ON CONFLICT (person, coalesce(dialogue, 0)) DO UPDATE SET role = excluded.role;

--: run role_take(role int)
DELETE FROM role WHERE id = :role;

--: run roles_take(person int)
DELETE FROM role WHERE person = :person;

--: count administrators_besides(person int)
-- Who else can sign in and may do everything.
SELECT count(*) FROM role r JOIN person p ON p.id = r.person
WHERE r.role = 5 AND r.dialogue IS NULL AND p.id <> :person AND p.ended IS NULL AND p.password <> '';

--: many desks_of(person int, lang text)
-- The dialogues somebody works with, and the highest role they have there.
SELECT d.slug, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text",
       (SELECT max(r.role) FROM role r
        WHERE r.person = :person AND (r.dialogue = d.id OR r.dialogue IS NULL)) AS "role:enum who?"
FROM dialogue d
JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
WHERE EXISTS (SELECT 1 FROM role r
              WHERE r.person = :person AND (r.dialogue = d.id OR r.dialogue IS NULL))
ORDER BY d.position, d.id LIMIT 100;

--: many dialogues_named(lang text)
-- Where a role can be given.
SELECT d.id, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM dialogue d
JOIN dialogue_text o ON o.dialogue = d.id AND o.lang = d.lang
LEFT JOIN dialogue_text x ON x.dialogue = d.id AND x.lang = :lang
ORDER BY d.position, d.id LIMIT 100;

--: maybe dialogue_by_id(dialogue int)
SELECT id, slug FROM dialogue WHERE id = :dialogue;

--: maybe organisation()
-- What anyone can guess a password from.
SELECT name FROM municipality WHERE id = 1;

-- ---- invitations ----

--: run invitation_add(hash bytes, person int, made_by int?, made instant, ends instant)
INSERT INTO invitation (hash, person, made_by, made, ends)
VALUES (:hash, :person, :made_by, :made, :ends);

--: maybe invitation_find(hash bytes)
-- For whom it is, and until when.
SELECT i.person, i.ends, p.name, p.email, p.ended
FROM invitation i JOIN person p ON p.id = i.person WHERE i.hash = :hash;

--: run invitations_end(person int)
-- A new one, or a password, makes those of before worthless.
DELETE FROM invitation WHERE person = :person;

-- ---- passkeys ----

--: many passkeys_of(person int)
SELECT id, credential, name, made, used FROM passkey WHERE person = :person ORDER BY id LIMIT 20;

--: maybe passkey_find(credential bytes)
-- Whose it is, and how its signature is checked.
SELECT id, person, key, counter FROM passkey WHERE credential = :credential;

--: add passkey_add(person int, credential bytes, key bytes, counter int, name text, made instant)
INSERT INTO passkey (person, credential, key, counter, name, made, used)
VALUES (:person, :credential, :key, :counter, :name, :made, NULL) ON CONFLICT (credential) DO NOTHING;

--: run passkey_was_used(passkey int, counter int, used instant)
UPDATE passkey SET counter = :counter, used = :used WHERE id = :passkey;

--: run passkey_remove(passkey int, person int)
-- One of somebody's own.
DELETE FROM passkey WHERE id = :passkey AND person = :person;

--: run passkeys_remove(person int)
DELETE FROM passkey WHERE person = :person;

-- ---- tries that failed ----

--: maybe throttle_get(key bytes)
SELECT fails, last, until FROM throttle WHERE key = :key;

--: run throttle_put(key bytes, fails int, last instant, until instant)
INSERT INTO throttle (key, fails, last, until) VALUES (:key, :fails, :last, :until)
ON CONFLICT (key) DO UPDATE SET fails = excluded.fails, last = excluded.last, until = excluded.until;

--: run throttle_clear(key bytes)
DELETE FROM throttle WHERE key = :key;

--: run throttle_sweep(before instant)
-- A day later it is forgotten.
DELETE FROM throttle WHERE last < :before;

-- ---- who is where ----

--: run presence_put(person int, place text, now instant)
-- Somebody is at a page of the desk.
INSERT INTO presence (person, place, at) VALUES (:person, :place, :now)
ON CONFLICT (person, place) DO UPDATE SET at = excluded.at;

--: run presence_sweep(before instant)
-- They are no longer there.
DELETE FROM presence WHERE at < :before;

--: many presence_at(place text, also text, since instant, person int)
-- Who else is at a page, or at another that is about the same.
SELECT p.name, max(h.at) AS "at:instant" FROM presence h JOIN person p ON p.id = h.person
WHERE h.place IN (:place, :also) AND h.at >= :since AND h.person <> :person AND p.ended IS NULL
GROUP BY p.id ORDER BY p.name LIMIT 20;

--: many presence_all(prefix text, past text, since instant)
-- Who is where at a desk: places between a beginning and what comes behind all that begin so.
SELECT p.name, h.place, h.at FROM presence h JOIN person p ON p.id = h.person
WHERE h.place >= :prefix AND h.place < :past AND h.at >= :since AND p.ended IS NULL
ORDER BY h.place, p.name LIMIT 100;

--: count steward_of(person int)
-- In how many neighbourhoods somebody keeps the map right.
SELECT count(*) FROM map_steward g WHERE g.person = :person;
