-- 0004 received: how many voices came in this minute, to see a wave of them.

CREATE INDEX intake_received ON intake (dialogue, received);
