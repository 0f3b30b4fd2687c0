-- 0037 late voice: what comes in after a dialogue was tidied is tidied too.

CREATE TRIGGER dialogue_ended_again AFTER INSERT ON voice BEGIN
    UPDATE dialogue_ended SET tidied = 0 WHERE dialogue = new.dialogue AND tidied = 1; END;
