"""Length: how many taps a questionnaire may take."""

from conversations.following.facts import Facts
from conversations.following.still import carried
from conversations.script import Answers


def room(answers: Answers, facts: Facts) -> int:
    """How many answers more the usual case may take, after those of this talk; what was carried over took no tap. What
    somebody must be asked is asked all the same.
    """
    return facts.most_taps - (len(answers.values) - len(carried(answers, facts)))
