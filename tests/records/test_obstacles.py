"""What stands in the way of somebody who wants to join a class: one check, and loosening a rule never adds anything."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.people import Education
from records.requirements import LEGAL_AGE, NEVER_BEFORE, RANK, Candidate, Hurdle, Obstacle, Requirements, check

ages = st.integers(0, 99)
educations = st.sampled_from(Education)
rules = st.builds(
    Requirements,
    st.booleans(),
    ages,
    st.none() | ages,
    st.none() | educations,
    st.none() | educations,
    st.sampled_from((0, 1, 3, NEVER_BEFORE)),
    st.booleans(),
    st.booleans(),
)
candidates = st.builds(
    Candidate,
    st.none() | st.booleans(),
    st.none() | ages,
    st.none() | educations,
    st.none() | st.booleans(),
    st.none() | st.integers(0, 30),
    st.sampled_from((None, "bekerja", "usaha", "sekolah", "mencari_kerja", "lainnya")),
)
ANYONE = Requirements(residents_only=False)
LIMIT = 400  # characters of classes.requirements


def hurdles(rules: Requirements, candidate: Candidate) -> set[Hurdle]:
    return {obstacle.hurdle for obstacle in check(rules, candidate)}


@pytest.mark.parametrize(
    ("rules", "candidate", "obstacle"),
    [
        (Requirements(), Candidate(resident=False), Obstacle(Hurdle.RESIDENCE)),
        (Requirements(), Candidate(age=17), Obstacle(Hurdle.TOO_YOUNG, bound=18, given=17)),
        (Requirements(minimum_age=16), Candidate(age=17), Obstacle(Hurdle.TOO_YOUNG, bound=18, given=17)),
        (Requirements(maximum_age=45), Candidate(age=46), Obstacle(Hurdle.TOO_OLD, bound=45, given=46)),
        (
            Requirements(education_floor=Education.SMP),
            Candidate(education=Education.SD),
            Obstacle(Hurdle.EDUCATION_BELOW, education=Education.SMP),
        ),
        (
            Requirements(education_ceiling=Education.SMK),
            Candidate(education=Education.DIPLOMA),
            Obstacle(Hurdle.EDUCATION_ABOVE, education=Education.SMK),
        ),
        (Requirements(course_free_years=NEVER_BEFORE), Candidate(had_course=True), Obstacle(Hurdle.EARLIER_COURSE)),
        (
            Requirements(course_free_years=3),
            Candidate(had_course=True, last_course=2),
            Obstacle(Hurdle.RECENT_COURSE, bound=3, given=2),
        ),
        (Requirements(not_working=True), Candidate(activity="usaha"), Obstacle(Hurdle.WORKING)),
        (Requirements(not_studying=True), Candidate(activity="sekolah"), Obstacle(Hurdle.STUDYING)),
    ],
)
def test_every_rule_says_what_stands_in_the_way(rules: Requirements, candidate: Candidate, obstacle: Obstacle) -> None:
    assert check(rules, candidate) == [obstacle]


@pytest.mark.parametrize(
    ("rules", "candidate"),
    [
        (Requirements(), Candidate(resident=True, age=18)),
        (Requirements(maximum_age=45), Candidate(age=45)),
        (Requirements(education_floor=Education.SMK), Candidate(education=Education.SMA)),
        (Requirements(education_ceiling=Education.SMA), Candidate(education=Education.SMK)),
        (Requirements(course_free_years=3), Candidate(had_course=True, last_course=3)),
        (Requirements(course_free_years=3), Candidate(had_course=True)),
        (Requirements(course_free_years=NEVER_BEFORE), Candidate(had_course=False)),
        (Requirements(not_working=True, not_studying=True), Candidate(activity="rumah_tangga")),
    ],
)
def test_who_stands_on_the_bound_may_come(rules: Requirements, candidate: Candidate) -> None:
    assert check(rules, candidate) == []


@given(rules=rules)
def test_what_is_not_known_is_no_obstacle(rules: Requirements) -> None:
    assert check(rules, Candidate()) == []


@given(rules=rules, candidate=candidates)
def test_another_fact_never_takes_an_obstacle_away(rules: Requirements, candidate: Candidate) -> None:
    assert hurdles(rules, replace(candidate, education=None, age=None)) <= hurdles(rules, candidate)


@given(rules=rules, candidate=candidates)
def test_loosening_a_rule_never_adds_an_obstacle(rules: Requirements, candidate: Candidate) -> None:
    for loosened in (
        replace(rules, residents_only=False),
        replace(rules, minimum_age=rules.minimum_age - 1),
        replace(rules, maximum_age=None if rules.maximum_age is None else rules.maximum_age + 1),
        replace(rules, maximum_age=None),
        replace(rules, education_floor=None),
        replace(rules, education_ceiling=None),
        replace(rules, course_free_years=max(0, rules.course_free_years - 1)),
        replace(rules, not_working=False),
        replace(rules, not_studying=False),
    ):
        assert len(check(loosened, candidate)) <= len(check(rules, candidate))


@given(rules=rules, candidate=candidates, older=ages)
def test_whoever_is_old_enough_stays_so(rules: Requirements, candidate: Candidate, older: int) -> None:
    young = replace(candidate, age=min(older, candidate.age or 0))
    if Hurdle.TOO_YOUNG not in hurdles(rules, young):
        assert Hurdle.TOO_YOUNG not in hurdles(rules, replace(young, age=older))


@given(candidate=candidates)
def test_no_rule_lets_a_minor_register_by_herself(candidate: Candidate) -> None:
    minor = replace(candidate, age=min(candidate.age or 0, LEGAL_AGE - 1))
    assert Hurdle.TOO_YOUNG in hurdles(replace(ANYONE, minimum_age=0), minor)


@given(one=educations, other=educations)
def test_what_stands_equal_meets_the_same_floors_and_ceilings(one: Education, other: Education) -> None:
    if RANK[one] == RANK[other]:
        for rules in (Requirements(education_floor=one), Requirements(education_ceiling=one)):
            assert check(rules, Candidate(education=other)) == []


@given(rules=rules)
def test_rules_survive_being_written_down_and_fit_their_column(rules: Requirements) -> None:
    assert Requirements.from_json(rules.to_json()) == rules
    assert len(rules.to_json()) <= LIMIT


def test_the_rules_of_classes_from_before_are_read() -> None:
    old = '{"maximum_age":45,"minimum_age":18,"residents_only":true}'
    assert Requirements.from_json(old) == Requirements(maximum_age=45)


def test_a_rule_of_a_later_program_is_passed_over() -> None:
    assert Requirements.from_json('{"domicile":"batang","residents_only":false}') == ANYONE
