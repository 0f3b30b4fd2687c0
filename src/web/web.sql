-- What the server itself keeps: the secret that forms and codes are made with, and which forms were
-- answered already.
--: owns secret, answered
--: type answered.at instant

--: maybe secret_find()
-- The secret of this data file.
SELECT bytes FROM secret WHERE id = 1;

--: run secret_put(bytes bytes)
-- Once: a second one would make every form and receipt of before worthless.
INSERT INTO secret (id, bytes) VALUES (1, :bytes) ON CONFLICT (id) DO NOTHING;

--: maybe answered_find(key bytes)
-- Where the sender of this very form was sent before.
SELECT location FROM answered WHERE key = :key;

--: run answered_add(key bytes, at instant, location text)
-- This form was answered.
INSERT INTO answered (key, at, location) VALUES (:key, :at, :location);

--: run answered_sweep(before instant)
-- Nobody sends a form again after so long.
DELETE FROM answered WHERE at < :before;
