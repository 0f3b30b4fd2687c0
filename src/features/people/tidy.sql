-- People who left, and what nobody can sign in with any more.
--: owns person, role, invitation, session, passkey, throttle
--: type ended instant

--: run tidy_sessions(before instant)
-- Sessions that are too old.
DELETE FROM session WHERE made < :before;

--: run tidy_invitations(before instant)
-- Links that no longer work.
DELETE FROM invitation WHERE ends < :before;

--: run tidy_throttle(before instant)
-- Tries of long ago.
DELETE FROM throttle WHERE last < :before;

--: many tidy_people(before instant)
-- Those who left before then and still have a name here.
SELECT p.id FROM person p WHERE p.ended < :before AND p.name <> '' ORDER BY p.id LIMIT 100;

--: run tidy_person(person int, email text)
-- Their number stays, for the history; who they were goes. `email` must be nobody's.
UPDATE person SET name = '', email = :email, password = '' WHERE id = :person;

--: run tidy_person_roles(person int)
DELETE FROM role WHERE person = :person;

--: run tidy_person_passkeys(person int)
DELETE FROM passkey WHERE person = :person;

--: run tidy_person_sessions(person int)
DELETE FROM session WHERE person = :person;

--: run tidy_person_invitations(person int)
DELETE FROM invitation WHERE person = :person;
