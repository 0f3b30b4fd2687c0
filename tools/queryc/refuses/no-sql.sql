-- refuses: 5: wrong: there is no SQL under it
--: owns house, house_text, visit
--: reads street, words

--: one wrong()
-- Only a comment.
