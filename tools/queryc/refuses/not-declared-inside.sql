-- refuses: 5: wrong: reads visit without saying so (--: reads visit)
--: owns house


--: run wrong(house int)
UPDATE house SET seen = (SELECT max(day) FROM visit WHERE house = :house) WHERE id = :house;
