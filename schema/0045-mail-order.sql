-- 0045 mail order: what somebody waits for goes before what can wait. Once a month there may be a hundred thousand mails
-- with news, and whoever registers for an evening wants theirs now.

CREATE INDEX mail_now ON mail (due, id) WHERE state = 0 AND kind NOT IN (6, 8); -- no MAIL_VERDICT, no MAIL_DIGEST
