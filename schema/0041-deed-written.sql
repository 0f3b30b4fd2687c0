-- 0041 deed written: a deed of last month that was written down today is heard today.

ALTER TABLE deed ADD COLUMN written INTEGER; -- calendar day it was written down; NULL: not known, it came with a folder
