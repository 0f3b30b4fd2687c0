-- One voice: where it went, and what stands beside it.
--: reads voice
--: include "features/dialogue/dialogue.h"
--: type kind enum kind
--: type published instant

--: maybe voice_theme(voice int)
-- The theme it was sorted under.
SELECT v.theme, v.at_table FROM voice v WHERE v.id = :voice;

--: maybe voice_before(theme int, number int)
-- The shown voice before it in its theme.
SELECT v.number FROM voice v WHERE v.theme = :theme AND v.visibility = 1 AND v.number < :number
ORDER BY v.number DESC LIMIT 1;

--: maybe voice_behind(theme int, number int) like voice_before
-- The shown voice behind it in its theme.
SELECT v.number FROM voice v WHERE v.theme = :theme AND v.visibility = 1 AND v.number > :number
ORDER BY v.number LIMIT 1;

--: many voices_at_table(at_table int, without int)
-- What else was noted at the same table.
SELECT v.number, v.body, v.lang FROM voice v
WHERE v.at_table = :at_table AND v.visibility = 1 AND v.id <> :without ORDER BY v.number LIMIT 5;
