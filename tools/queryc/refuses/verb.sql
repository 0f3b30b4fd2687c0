-- refuses: 5: refuses: expected --: VERB NAME(ARGUMENTS), with as verb one, maybe, many, count, stream, run or add
--: owns house, house_text, visit
--: reads street, words

--: some wrong(id int)
SELECT id FROM house WHERE id = :id;
