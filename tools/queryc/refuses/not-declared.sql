-- refuses: 5: wrong: reads visit without saying so (--: reads visit)
--: owns house


--: many wrong(house int)
SELECT day FROM visit WHERE house = :house LIMIT 5;
