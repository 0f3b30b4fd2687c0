-- refuses: 6: wrong: :number is not among its arguments
--: owns house, house_text, visit
--: reads street, words

--: one wrong(street int)
SELECT id FROM house WHERE street = :street AND number = :number;
