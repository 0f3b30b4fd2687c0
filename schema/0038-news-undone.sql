-- 0038 news undone: what was undone is no news, and what happens again is. A row that is no news any more stays,
-- with part = -id, because followers remember the number they were told up to.

CREATE TRIGGER news_undone AFTER UPDATE OF state ON commitment WHEN old.state >= 2 AND new.state <> old.state BEGIN
    UPDATE news SET part = -id WHERE commitment = new.id AND kind IN (5, 6) AND part >= 0;
    INSERT INTO news (dialogue, kind, advice, commitment, part)
    SELECT new.dialogue, new.state + 3, new.advice, new.id, 0 WHERE new.state >= 2; END;
CREATE TRIGGER news_deed_gone AFTER DELETE ON deed BEGIN
    UPDATE news SET part = -id WHERE commitment = old.commitment AND kind = 4 AND part = old.number; END;
CREATE TRIGGER news_answer_gone AFTER DELETE ON answer BEGIN
    UPDATE news SET part = -id WHERE advice = old.advice AND kind = 1 AND part >= 0; END;
CREATE TRIGGER news_gone AFTER DELETE ON news WHEN NOT EXISTS (SELECT 1 FROM news n WHERE n.id > old.id) BEGIN
    UPDATE follower SET told = coalesce((SELECT n.id FROM news n ORDER BY n.id DESC LIMIT 1), 0)
    WHERE told > coalesce((SELECT n.id FROM news n ORDER BY n.id DESC LIMIT 1), 0); END;
