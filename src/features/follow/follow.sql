-- Who follows what by mail, and what happened.
--: owns follower, follow, digest, news
--: reads dialogue, dialogue_text, theme, theme_text, advice, advice_text, commitment, commitment_text
--: reads advice_point, point_theme, edition, answer, commitment_moved, deed
--: include "features/dialogue/dialogue.h"
--: include "features/follow/followed.h"
--: type what enum followed
--: type news.kind enum news_kind
--: type made instant
--: type asked instant
--: type at instant
--: type monthly bool
--: type confirmed bool

-- ---- what is followed ----

--: maybe follow_theme(dialogue int, slug text, own text, lang text)
SELECT t.id, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM theme t JOIN theme_text o ON o.theme = t.id AND o.lang = :own
LEFT JOIN theme_text x ON x.theme = t.id AND x.lang = :lang
WHERE t.dialogue = :dialogue AND t.slug = :slug LIMIT 1;

--: maybe follow_advice(dialogue int, number int, own text, lang text)
SELECT a.id, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM advice a JOIN advice_text o ON o.advice = a.id AND o.lang = :own
LEFT JOIN advice_text x ON x.advice = a.id AND x.lang = :lang
WHERE a.dialogue = :dialogue AND a.number = :number AND a.given IS NOT NULL LIMIT 1;

--: maybe follow_commitment(dialogue int, number int, own text, lang text)
SELECT c.id, coalesce(x.title, o.title) AS "title:text", coalesce(x.lang, o.lang) AS "lang:text"
FROM commitment c JOIN commitment_text o ON o.commitment = c.id AND o.lang = :own
LEFT JOIN commitment_text x ON x.commitment = c.id AND x.lang = :lang
WHERE c.dialogue = :dialogue AND c.number = :number LIMIT 1;

-- ---- followers ----

--: maybe follower_by_email(email text)
SELECT id, code, made FROM follower WHERE email = :email;

--: maybe follower_by_code(code bytes)
SELECT id, email, lang, monthly FROM follower WHERE code = :code;

--: count news_newest()
-- The id of the newest news.
-- scan: the last row only
SELECT coalesce((SELECT n.id FROM news n ORDER BY n.id DESC LIMIT 1), 0);

--: add follower_add(email text, lang text, code bytes, made instant, monthly bool, told int)
INSERT INTO follower (email, lang, code, made, asked, monthly, told)
VALUES (:email, :lang, :code, :made, 0, :monthly, :told);

--: run follower_asked(follower int, asked instant)
UPDATE follower SET asked = :asked WHERE id = :follower;

--: run follower_rhythm(follower int, monthly bool)
UPDATE follower SET monthly = :monthly WHERE id = :follower;

--: run follower_delete(follower int)
-- With what they follow.
DELETE FROM follower WHERE id = :follower;

--: run follow_put(follower int, what enum followed, about int, dialogue int, asked instant)
INSERT INTO follow (follower, what, about, dialogue, asked, confirmed)
VALUES (:follower, :what, :about, :dialogue, :asked, 0) ON CONFLICT DO NOTHING;

--: run follow_renew(follower int, what enum followed, about int, asked instant)
-- It was asked again before the button was pressed.
UPDATE follow SET asked = :asked WHERE follower = :follower AND what = :what AND about = :about AND confirmed = 0;

--: count follows_of(follower int, confirmed bool)
SELECT count(*) FROM follow w WHERE w.follower = :follower AND w.confirmed = :confirmed;

--: run follow_confirm(follower int, what enum followed, about int)
-- The button was pressed.
UPDATE follow SET confirmed = 1 WHERE follower = :follower AND what = :what AND about = :about;

--: run follow_remove(follower int, what enum followed, about int)
DELETE FROM follow WHERE follower = :follower AND what = :what AND about = :about;

--: many follows_shown(follower int, lang text)
-- What somebody follows, each with its name and where it is.
SELECT w.what, w.about, w.confirmed, d.slug, d.lang AS "own:text", t.slug AS "theme:text?", a.number AS "advice:int?",
       c.number AS "commitment:int?",
       coalesce(tx.title, t2.title, ax.title, a2.title, cx.title, c2.title, dx.title, d2.title) AS "title:text",
       coalesce(tx.lang, t2.lang, ax.lang, a2.lang, cx.lang, c2.lang, dx.lang, d2.lang) AS "lang:text"
FROM follow w
JOIN dialogue d ON d.id = w.dialogue
JOIN dialogue_text d2 ON d2.dialogue = d.id AND d2.lang = d.lang
LEFT JOIN dialogue_text dx ON dx.dialogue = d.id AND dx.lang = :lang
LEFT JOIN theme t ON w.what = 1 AND t.id = w.about
LEFT JOIN theme_text t2 ON t2.theme = t.id AND t2.lang = d.lang
LEFT JOIN theme_text tx ON tx.theme = t.id AND tx.lang = :lang
LEFT JOIN advice a ON w.what = 2 AND a.id = w.about
LEFT JOIN advice_text a2 ON a2.advice = a.id AND a2.lang = d.lang
LEFT JOIN advice_text ax ON ax.advice = a.id AND ax.lang = :lang
LEFT JOIN commitment c ON w.what = 3 AND c.id = w.about
LEFT JOIN commitment_text c2 ON c2.commitment = c.id AND c2.lang = d.lang
LEFT JOIN commitment_text cx ON cx.commitment = c.id AND cx.lang = :lang
WHERE w.follower = :follower ORDER BY w.what, w.about LIMIT 50;

--: run follows_tidy(before instant)
-- What was never confirmed.
DELETE FROM follow WHERE confirmed = 0 AND asked < :before;

--: run followers_tidy(before instant)
-- Addresses that follow nothing.
-- scan: once a day
DELETE FROM follower WHERE made < :before AND NOT EXISTS (SELECT 1 FROM follow w WHERE w.follower = follower.id);

-- ---- the mails ----

--: maybe digest_newest()
SELECT id, at, monthly, upto, after, mails FROM digest ORDER BY id DESC LIMIT 1;

--: maybe digest_newest_monthly()
SELECT id, at FROM digest WHERE monthly = 1 ORDER BY id DESC LIMIT 1;

--: maybe digest_one(digest int)
SELECT id, at, site, monthly, upto, after, mails FROM digest WHERE id = :digest;

--: add digest_add(at instant, site text, monthly bool, upto int)
INSERT INTO digest (at, site, monthly, upto, after, mails) VALUES (:at, :site, :monthly, :upto, 0, 0);

--: run digest_goes_on(digest int, after int, mails int)
UPDATE digest SET after = :after, mails = mails + :mails WHERE id = :digest;

--: count told_least()
-- The oldest news that somebody was told last.
-- scan: once a week, by no page
SELECT coalesce(min(f.told), 0) FROM follower f;

--: count follower_last()
-- scan: the last row only
SELECT coalesce((SELECT f.id FROM follower f ORDER BY f.id DESC LIMIT 1), 0);

--: many news_between(after int, upto int)
-- The newest of what happened and was not undone, with its names and the day it happened.
SELECT n.id, n.kind, n.dialogue, n.advice, n.commitment, n.part, d.slug, a.number AS "advice_number:int",
       CASE n.kind WHEN 0 THEN a.given
                   WHEN 1 THEN (SELECT w.day FROM answer w WHERE w.advice = n.advice)
                   WHEN 2 THEN c.made
                   WHEN 3 THEN (SELECT m.day FROM commitment_moved m
                                WHERE m.commitment = n.commitment AND m.number = n.part)
                   WHEN 4 THEN (SELECT k.day FROM deed k WHERE k.commitment = n.commitment AND k.number = n.part)
                   ELSE c.ended END AS "day:day?",
       c.number AS "number:int?", coalesce(c2.title, a2.title) AS "title:text",
       coalesce(cx.title, ax.title, c2.title, a2.title) AS "title_en:text"
FROM news n
JOIN dialogue d ON d.id = n.dialogue
JOIN advice a ON a.id = n.advice AND a.given IS NOT NULL
JOIN advice_text a2 ON a2.advice = a.id AND a2.lang = d.lang
LEFT JOIN advice_text ax ON ax.advice = a.id AND ax.lang = 'en'
LEFT JOIN commitment c ON c.id = n.commitment
LEFT JOIN commitment_text c2 ON c2.commitment = c.id AND c2.lang = d.lang
LEFT JOIN commitment_text cx ON cx.commitment = c.id AND cx.lang = 'en'
WHERE n.id > :after AND n.id <= :upto AND n.part >= 0 ORDER BY n.id DESC LIMIT 1000;

--: many news_themes(after int, upto int)
-- The themes of the advice in that news.
-- sort: what one week is about
SELECT DISTINCT r.advice, h.theme FROM news n
JOIN advice_point r ON r.advice = n.advice
JOIN edition e ON e.dialogue = n.dialogue
JOIN point_theme h ON h.edition = e.id AND h.point = r.point
WHERE n.id > :after AND n.id <= :upto ORDER BY r.advice LIMIT 20000;

--: many followers_behind(after int, upto int, monthly bool)
-- Followers who were not told yet.
SELECT f.id, f.email, f.lang, f.made, f.told FROM follower f
WHERE f.id > :after AND (f.monthly = 0 OR :monthly = 1) AND f.told < :upto ORDER BY f.id LIMIT 500;

--: many follows_between(first int, last int)
-- What they follow.
SELECT w.follower, w.what, w.about FROM follow w
WHERE w.follower >= :first AND w.follower <= :last AND w.confirmed + 0 = 1 ORDER BY w.follower LIMIT 20000;

--: run followers_told(first int, last int, upto int, monthly bool)
UPDATE follower SET told = :upto
WHERE id >= :first AND id <= :last AND (monthly = 0 OR :monthly = 1) AND told < :upto;

-- ---- at the desk ----

--: one followers_count(dialogue int)
-- How many addresses follow something of a dialogue, and what.
-- sort: the followers of one dialogue
SELECT count(DISTINCT w.follower) AS "people:int", count(CASE WHEN w.what = 0 THEN 1 END) AS "dialogue:int",
       count(CASE WHEN w.what = 1 THEN 1 END) AS "themes:int", count(CASE WHEN w.what = 2 THEN 1 END) AS "advices:int",
       count(CASE WHEN w.what = 3 THEN 1 END) AS "commitments:int"
FROM follow w WHERE w.dialogue = :dialogue AND w.confirmed = 1;
