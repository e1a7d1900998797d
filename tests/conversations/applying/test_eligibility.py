"""Eligibility in words: a sentence for every obstacle, and ages that no class tells apart."""

from hypothesis import given
from hypothesis import strategies as st

from conversations.applying import eligibility
from conversations.offering.rule_form import RULES
from conversations.screens.quickcheck import age_bands
from records.people import Education
from records.requirements import NEVER_BEFORE, RANK, Candidate, Hurdle, Obstacle, Requirements, check
from tests.conversations.speaker import PROFILE, plain

ages = st.integers(0, 99)
aged = st.lists(st.builds(Requirements, st.booleans(), ages, st.none() | ages), max_size=6)


def an_obstacle(hurdle: Hurdle) -> Obstacle:
    return Obstacle(hurdle, bound=18, education=Education.SMP, given=17)


def test_every_obstacle_is_said_kindly_with_the_next_step_and_in_half_a_sentence() -> None:
    for hurdle in Hurdle:
        long, short = (plain(say(an_obstacle(hurdle), PROFILE)) for say in (eligibility.sentence, eligibility.why))
        assert "counter" in long or "/menu" in long, hurdle
        assert len(short) < 80, hurdle


@given(rules=aged, age=ages)
def test_every_age_has_one_band_and_its_first_age_speaks_for_it(rules: list[Requirements], age: int) -> None:
    ((least, _most),) = [(low, high) for low, high in age_bands(rules) if low <= age and (high is None or age <= high)]
    for one in rules:
        mine, bands = check(one, Candidate(age=age)), check(one, Candidate(age=least))
        assert [obstacle.hurdle for obstacle in mine] == [obstacle.hurdle for obstacle in bands]


@given(st.data())
def test_whatever_staff_choose_somebody_can_still_meet_the_rules(data: st.DataObject) -> None:
    rules = Requirements()
    for _change in range(data.draw(st.integers(0, 12))):
        rule = RULES[data.draw(st.sampled_from(sorted(RULES)))]
        rules = rule.changed(rules, data.draw(st.sampled_from(rule.values(rules))))
    fitting = Candidate(
        resident=True,
        age=rules.minimum_age,
        education=rules.education_floor or rules.education_ceiling or Education.SMP,
        had_course=False,
        activity="mencari_kerja",
    )
    assert check(rules, fitting) == []
    assert rules.minimum_age >= 18
    assert rules.course_free_years <= NEVER_BEFORE
    assert rules.education_floor is None or RANK[rules.education_floor] > 0
    assert eligibility.in_words(rules, PROFILE)
