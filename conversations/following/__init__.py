"""Following up: what becomes of a graduate, asked in waves. `questionnaire` puts the asks together.

What is asked when, and why, so that the usual case takes at most five taps at months 1 and 3, and eight at 6 and 12:

- Q1 to Q4 (what somebody does, since when, how it fits the training) and Q7 (looking for work) at every wave: they are
  what the figures are made of.
- Q5 (income) and Q6 (sector, place) from month 6 on, like satisfaction and help (Q8): income is the question at which
  people leave, the headline is month 6, and WIOA measures earnings from the second quarter after the training on too.
- The name of the employer or business and the satisfaction are optional and no part of any indicator: they are asked
  where the way so far leaves room for them. So the first job told at month 1 still leaves room for its name, with
  which month 3 then opens.
- What was told in the wave before and still holds is not asked again: one tap carries it over.

More taps than that take those whose main activity is not work and who work all the same, and, at month 6 and 12, those
who found their first job since the last wave (nine).
"""
