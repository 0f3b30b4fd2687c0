-- 0040 no challenge: what comes in by the form for challenges may be none.

ALTER TABLE challenge ADD COLUMN dropped INTEGER; -- calendar day the team said that it is no challenge: its words are gone; NULL: it is one
