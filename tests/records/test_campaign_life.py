"""The life of a campaign: whatever officers tap and Telegram answers, everybody is counted once, and nobody gets it
twice unless an officer decided so.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from records import amending, announcing, campaigns, chats, dispatch, retrying, steering
from records.campaigns import Campaign, CampaignStatus
from records.deliveries import Claim, Delivery, DeliveryKind, DeliveryStatus
from records.dispatch import Result
from records.vault import Vault
from tests.examples import few
from tests.records.clock import NOON
from tests.records.conftest import SECRET
from tests.records.memory import in_memory
from tests.records.test_steering import running

CROWD = 4
TAPS: dict[str, Callable[[Session, int], int]] = {
    "pause": steering.pause,
    "go on": lambda session, campaign: steering.go_on(session, campaign, NOON),
    "ask": lambda session, campaign: steering.ask_to_cancel(session, campaign, NOON),
    "cancel": lambda session, campaign: steering.cancel(session, campaign, NOON),
    "take back": lambda session, campaign: amending.take_back(session, campaign, NOON),
    "correct": lambda session, campaign: amending.correct(session, campaign, "Senin.", None, NOON, formatted=False),
    "try again": lambda session, campaign: retrying.try_again(session, campaign, NOON, NOON),
    "all arrived": lambda session, campaign: retrying.take_as_sent(session, campaign, None, NOON),
    "all again": lambda session, campaign: retrying.send_again(session, campaign, None, NOON, NOON),
}
EVENTS = st.one_of(
    st.sampled_from(sorted(TAPS)),
    st.tuples(st.just("claim"), st.integers(1, 3)),
    st.tuples(st.just("answer"), st.sampled_from(("sent", "blocked", "failed", "unknown", "later", "refused"))),
    st.tuples(st.just("kill"), st.booleans()),
)


@dataclass
class Life:
    """A campaign, what is on its way, and what has arrived in truth; `allowed`: how often each may get it; `composed`:
    after how many corrections what is said in each was composed.
    """

    session: Session
    campaign: int
    epoch: int = 1
    flying: list[Claim] = field(default_factory=list)
    arrived: Counter[int] = field(default_factory=Counter)
    allowed: Counter[int] = field(default_factory=Counter)
    composed: dict[int, int] = field(default_factory=dict)

    def happens(self, event: str | tuple[str, object]) -> None:
        match event:
            case ("claim", int() as most):
                claims = dispatch.claim(self.session, self.epoch, most, NOON)
                self.flying += claims
                self.composed.update(dict.fromkeys((one.id for one in claims), self.the_campaign().corrections))
            case ("answer", str() as outcome):
                self._answer(outcome)
            case ("kill", bool() as had_arrived):
                self._die(had_arrived)
            case str() as tap:
                self._tap(tap)
        self._the_rest()

    def _answer(self, outcome: str) -> None:
        if not self.flying:
            return
        claim = self.flying.pop(0)
        announces = claim.kind is DeliveryKind.ANNOUNCEMENT
        if announces and outcome in ("sent", "unknown"):
            self.arrived[claim.id] += 1
        if outcome == "refused" and announces:
            dispatch.settle(self.session, Result(claim.id, DeliveryStatus.FAILED, "bad words"), NOON)
            announcing.stop(self.session, self.campaign, "bad words", NOON)
        elif outcome in ("later", "refused") or (outcome == "unknown" and not announces):
            again = Result(claim.id, DeliveryStatus.WAITING, "network", retry_at=NOON)
            dispatch.settle(self.session, again, NOON)
            amending.compose_anew(self.session, [claim.id] if announces else [])
        else:
            message_id = 1000 + claim.id if outcome == "sent" else None
            dispatch.settle(self.session, Result(claim.id, DeliveryStatus(outcome), None, message_id), NOON)
            if announces and outcome == "sent":
                amending.follow(self.session, {self.campaign: [claim.id]}, NOON)

    def _die(self, had_arrived: bool) -> None:
        self.arrived.update(one.id for one in self.flying if had_arrived and one.kind is DeliveryKind.ANNOUNCEMENT)
        self.flying.clear()
        self.epoch += 1
        dispatch.release_dead(self.session, self.epoch)

    def _tap(self, tap: str) -> None:
        unknown = self._with(DeliveryStatus.UNKNOWN)
        done = TAPS[tap](self.session, self.campaign)
        if tap == "all again" and done:
            self.allowed.update(unknown)

    def _the_rest(self) -> None:
        """What the ticks do, and what must hold at any time."""
        announcing.finish(self.session, self.campaign, NOON)
        self.session.expire_all()
        assert campaigns.tally(self.session, self.campaign).total == CROWD + 1
        for delivery_id, times in self.arrived.items():
            assert times <= 1 + self.allowed[delivery_id]
        if self.the_campaign().recalled_at is None:
            self._says_what_it_should()

    def _says_what_it_should(self) -> None:
        """Whatever arrived with older words is corrected, and nothing else."""
        number = self.the_campaign().corrections
        arrived = select(Delivery.id).where(
            Delivery.kind == DeliveryKind.ANNOUNCEMENT.value, Delivery.message_id.is_not(None)
        )
        latest = (Delivery.kind == DeliveryKind.CORRECTION.value, Delivery.topic == str(number))
        corrected = set(self.session.scalars(select(Delivery.about).where(*latest)))
        assert corrected == {one for one in self.session.scalars(arrived) if self.composed[one] < number}

    def the_campaign(self) -> Campaign:
        found = campaigns.by_id(self.session, self.campaign)
        assert found is not None
        return found

    def _with(self, status: DeliveryStatus) -> list[int]:
        of_it = (Delivery.kind == DeliveryKind.ANNOUNCEMENT.value, Delivery.status == status.value)
        return list(self.session.scalars(select(Delivery.id).where(*of_it)))


@few(60)
@given(events=st.lists(EVENTS, max_size=30))
def test_everybody_is_counted_once_and_nobody_gets_it_twice(events: list[str | tuple[str, object]]) -> None:
    vault = Vault(SECRET)
    engine = in_memory(vault)
    with Session(engine) as session:
        life = Life(session, running(session, vault, CROWD))
        for chat_id in range(500, 500 + CROWD):
            chats.load(session, chat_id, NOON)
        for event in events:
            life.happens(event)
            status = CampaignStatus(life.the_campaign().status)
            if status in (CampaignStatus.PAUSED, CampaignStatus.CANCELLED, CampaignStatus.STOPPED):
                taken = dispatch.claim(session, life.epoch, 9, NOON - timedelta(days=1))
                assert not [one for one in taken if one.kind is DeliveryKind.ANNOUNCEMENT]
    engine.dispose()
