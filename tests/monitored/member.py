"""A member of the cast at her phone: she reads what came, keeps it in the ledger, and does what her fate has it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.monitored.cast import Alumna
from tests.monitored.voice import answer, question_in
from tests.person import Phone

# By what each message of the follow-up is known.
MARKS = {
    "first": ("kami dari BLK",),
    "reminder": ("bolehkah kami bertanya sekali lagi", "jawaban Anda sejauh ini sudah tersimpan"),
    "last": ("pesan terakhir kami tentang hal ini",),
    "asked for": ("Anda minta diingatkan",),
}
THANKS = "Jawaban Anda"
MOST_TAPS = 20


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the follow-up: when, which of the ladder, and in which wave."""

    at: datetime
    kind: str
    wave: int


@dataclass
class Member:
    """`told[wave]` is what she has said in a wave, by question; `did` what she did at which wave, and when."""

    alumna: Alumna
    phone: Phone | None
    heard: list[Heard] = field(default_factory=list)
    told: dict[int, dict[str, str]] = field(default_factory=dict)
    answered_at: dict[int, datetime] = field(default_factory=dict)
    put_off_at: dict[int, datetime] = field(default_factory=dict)
    did: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    plans: list[tuple[datetime, str, int]] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)
    person_id: int = 0
    last_doing: str | None = None
    wave: int = 0

    async def reads(self, now: datetime) -> None:
        """What is new, in the ledger; what she makes of it, she plans."""
        if self.phone is None:
            return
        await self.phone.looks()
        for message in self.phone.bot_messages():
            mark = (self.phone.id, message["id"])
            kind = _kind(message["text"])
            if kind is None or mark in self.seen:
                continue
            self.seen.add(mark)
            at = datetime.fromisoformat(message["at"])
            if kind == "first" or (kind != "asked for" and not self._is_going_on(at)):
                self.wave = self._wave_at(at)
            heard = Heard(at, kind, self.wave)
            self.heard.append(heard)
            self.plan(heard, now)

    def _wave_at(self, at: datetime) -> int:
        """Which wave it is by the months since her own training ended."""
        months = (at.date() - self.alumna.ended_on).days / 30.4
        return max((wave for wave in (1, 3, 6, 12) if wave <= months + 0.3), default=1)

    def _is_going_on(self, at: datetime) -> bool:
        return bool(self.heard) and at - self.heard[-1].at < timedelta(days=25)

    def plan(self, heard: Heard, now: datetime) -> None:
        """What she means to do about it, and when."""
        fate, turn = self.alumna.fate, self.alumna.turn
        soon = timedelta(hours=1 + self.alumna.number % 7)
        due = heard.wave == turn
        wanted = {
            ("prompt", "first"): ("answers", soon),
            ("returns", "first"): ("blocks", soon) if due else ("answers", soon),
            ("blocks", "first"): ("blocks", soon) if due else ("answers", soon),
            ("moves", "first"): ("answers", soon),
            ("stops", "first"): ("stops", soon) if due else ("answers", soon),
            ("dies", "first"): ("answers", soon),
            ("not me", "first"): ("turns away", soon) if due else ("answers", soon),
            ("tomorrow", "first"): ("puts off", soon),
            ("tomorrow", "asked for"): ("answers", soon),
            ("half", "first"): ("begins", soon),
            ("half, then goes on", "first"): ("begins", soon),
            ("half, then goes on", "reminder"): ("answers", soon),
            ("after the first reminder", "reminder"): ("answers", soon),
            ("after the second reminder", "last"): ("answers", soon),
            ("after the last word", "last"): ("answers", timedelta(days=9)),
        }.get((fate, heard.kind))
        if wanted is not None:
            self.plans.append((heard.at + wanted[1], wanted[0], heard.wave))

    async def acts(self, now: datetime) -> list[str]:
        """Whatever is due of what she meant to do; which acts those were."""
        due = [plan for plan in self.plans if plan[0] <= now]
        self.plans = [plan for plan in self.plans if plan[0] > now]
        for _at, act, wave in due:
            await self._does(act, wave, now)
        return [act for _at, act, _wave in due]

    async def _does(self, act: str, wave: int, now: datetime) -> None:
        assert self.phone is not None
        self.did[act] = (wave, now)
        match act:
            case "answers":
                await self._answers(wave, now, MOST_TAPS)
            case "begins":
                await self._answers(wave, now, 1 + self.alumna.number % 3)
            case "puts off":
                self.put_off_at[wave] = now
                await self.phone.taps("⏰ Ingatkan nanti")
                await self.phone.taps("🌅 Besok" if any("🌅" in label for label in self.phone.labels()) else "📅")
            case "stops":
                await self.phone.taps("🔕 Jangan tanya lagi")
            case "turns away":
                await self.phone.taps("🙅 Bukan saya")
                await self.phone.taps("Ya, saya orang lain")
            case "blocks":
                await self.phone.blocks()

    async def _answers(self, wave: int, now: datetime, most: int) -> None:
        """Question after question, as she reads them; what she tapped is in the ledger at once."""
        assert self.phone is not None
        await self.phone.looks()
        for _tap in range(most):
            words, labels = self.phone.last(), self.phone.labels()
            question = question_in(words)
            if question is None:
                break
            said = answer(self.alumna, wave, question, labels, self.last_doing)
            assert said is not None, (question, words, labels)
            await self._says(said, labels)
            self._keeps(wave, question, said)
        if question_in(self.phone.last()) is None:
            assert THANKS in self.phone.last(), self.phone.last()
            self.answered_at[wave] = now

    async def _says(self, said: str, labels: list[str]) -> None:
        assert self.phone is not None
        if said not in labels:
            await self.phone.says(said)
            return
        newest = self.phone.bot_messages()[-1]
        (data,) = {
            button["callback_data"] for row in newest["inline_keyboard"] for button in row if button["text"] == said
        }
        await self.phone.forges(data, newest["id"])

    def _keeps(self, wave: int, question: str, said: str) -> None:
        told = self.told.setdefault(wave, {})
        told[question] = said
        if "main" in told or told.get("still") == "✅ Ya, masih":
            self.last_doing = self.alumna.career.at(wave)


def _kind(words: str) -> str | None:
    return next((kind for kind, marks in MARKS.items() if any(mark in words for mark in marks)), None)
