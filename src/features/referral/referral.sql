-- Somebody asks that a service contacts them.
--: owns referral
--: reads service, service_text
--: type asked instant
--: type changed instant
--: type helped bool

--: add referral_add(service int, now instant, lang text, name text, reach text, body text, helped bool,
--:     code bytes, for_them bytes)
INSERT INTO referral (service, asked, lang, name, reach, body, helped, code, for_them, state, changed, reason)
VALUES (:service, :now, :lang, :name, :reach, :body, :helped, :code, :for_them, 0, :now, '');

--: part row
SELECT r.id, r.service, r.asked, r.lang, r.name, r.reach, r.body, r.helped, r.state, r.changed, r.reason, s.slug,
    s.email, t.name AS "service_name:text"
FROM referral r JOIN service s ON s.id = r.service JOIN service_text t ON t.service = s.id AND t.lang = 'nl'

--: maybe referral(code bytes)
{row} WHERE r.code = :code;

--: maybe referral_for_them(code bytes) like referral
{row} WHERE r.for_them = :code;

--: run referral_step(id int, state int, now instant, reason text)
UPDATE referral SET state = :state, changed = :now, reason = :reason WHERE id = :id;

--: run referral_erase(id int)
DELETE FROM referral WHERE id = :id;

--: run referrals_tidy(before instant)
DELETE FROM referral WHERE changed < :before;
