-- Long work beside the pages (job.h): what is asked, how far it is, what came of it.
--: owns job
--: include "web/job.h"
--: type kind enum job_kind
--: type state enum job_state
--: type asked instant

--: run job_put(kind enum job_kind, subject int, variant int, asked instant)
-- Asked, or asked anew: what was under way for this is thrown away.
INSERT INTO job (kind, subject, variant, turn, asked, state, tries, done)
VALUES (:kind, :subject, :variant, 1, :asked, 0, 0, 0)
ON CONFLICT (kind, subject) DO UPDATE SET variant = excluded.variant, turn = job.turn + 1,
    asked = excluded.asked, state = 0, tries = 0, done = 0;

--: run job_halt(kind enum job_kind, subject int)
-- Nobody wants it any more.
UPDATE job SET turn = turn + 1, state = 3 WHERE kind = :kind AND subject = :subject AND state = 0;

--: maybe job_get(kind enum job_kind, subject int)
SELECT variant, turn, asked, state, tries, done FROM job WHERE kind = :kind AND subject = :subject;

--: maybe job_next()
-- Who asked first comes first.
SELECT kind, subject, variant, turn, tries FROM job WHERE state = 0 ORDER BY asked, kind, subject LIMIT 1;

--: run job_begin(kind enum job_kind, subject int, turn int)
UPDATE job SET tries = tries + 1, done = 0
WHERE kind = :kind AND subject = :subject AND turn = :turn AND state = 0;

--: run job_progress(kind enum job_kind, subject int, turn int, done int)
UPDATE job SET done = :done
WHERE kind = :kind AND subject = :subject AND turn = :turn AND state = 0;

--: run job_finish(kind enum job_kind, subject int, turn int, state enum job_state)
UPDATE job SET state = :state, done = 100
WHERE kind = :kind AND subject = :subject AND turn = :turn AND state = 0;
