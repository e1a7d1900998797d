"""Whatever people do in whatever order: a sitting counts exactly the seats that are held, and never too many."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from records import appointments, inviting, seats, sittings, waiting
from records.vault import Vault
from tests.examples import few
from tests.records.clock import NOON
from tests.records.exam import WRITTEN, Exam, exam
from tests.records.memory import in_memory

PEOPLE, SITTINGS = 5, 3
ACTS = ("invite", "change", "back", "leave", "promote", "cancel")


@dataclass
class Trial:
    """What happened, one act after the other."""

    session: Session
    one: Exam
    invited: list[int] = field(default_factory=list)

    def act(self, name: str, who: int, where: int) -> None:
        session, sitting = self.session, self.one.sittings[where]
        if name == "invite":
            made = inviting.invite_all(session, WRITTEN, self.one.cohort_id, self.one.class_id, self.one.officer, NOON)
            self.invited = sorted({*self.invited, *made.appointments})
        elif name == "promote":
            inviting.promote(session, sitting, NOON)
        elif name == "cancel":
            inviting.cancel(session, sitting, elsewhere=bool(who % 2), staff_id=self.one.officer, now=NOON)
        elif who < len(self.invited):
            self._person(name, self.invited[who], sitting)

    def _person(self, name: str, hers: int, sitting: int) -> None:
        if name == "change":
            seats.change(self.session, hers, sitting, NOON)
        elif name == "back":
            seats.come_back(self.session, hers, NOON)
        else:
            seats.give_up(self.session, hers)

    def is_sound(self) -> None:
        for sitting_id in self.one.sittings:
            sitting = sittings.by_id(self.session, sitting_id)
            assert sitting is not None
            assert sitting.taken == len(seats.of_sitting(self.session, sitting_id)) <= sitting.capacity
            queue = [each.id for each in waiting.of_sitting(self.session, sitting_id)]
            assert [waiting.position(self.session, each) for each in queue] == list(range(1, len(queue) + 1))
        for appointment_id in self.invited:
            hers = appointments.by_id(self.session, appointment_id)
            assert hers is not None
            assert not (hers.seated and hers.waits_for is not None)


act = st.tuples(st.sampled_from(ACTS), st.integers(0, PEOPLE - 1), st.integers(0, SITTINGS - 1))


@few(15)
@given(
    st.lists(st.integers(1, 3), min_size=SITTINGS, max_size=SITTINGS),
    st.lists(act, max_size=25).map(lambda acts: [("invite", 0, 0), *acts]),
)
def test_seats_held_are_seats_counted(capacities: list[int], acts: list[tuple[str, int, int]]) -> None:
    vault = Vault(bytes(range(32)))
    engine = in_memory(vault)
    with Session(engine) as session:
        trial = Trial(session, exam(session, vault, PEOPLE, *capacities))
        for name, who, where in acts:
            trial.act(name, who, where)
            trial.is_sound()
    engine.dispose()
