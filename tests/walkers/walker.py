"""A walker: mostly she answers what she is asked, and now and then she does anything that a phone lets one do.

She is curious: where an ask has not been met by every kind of input, she is readier for mischief.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

from conversations.pages import KEEP
from tests.person import WAIT_SECONDS, Phone
from tests.walkers.coverage import Coverage, Kind
from tests.walkers.persona import Persona
from tests.walkers.screen import CANCELLING, CHANGING, SUMMARY, Key, Reader, Screen

COOPERATES, WANDERS = 0.62, 0.10
COMMANDS = (
    "/start", "/menu", "/status", "/batal", "/bantuan", "/bahasa", "/tanya", "/help", "/cancel", "/ask", "/language",
    "/staf", "/apa", "/start k_tidak-ada", "/start s_palsu", "/start@canting_simulasi_bot",
)  # fmt: skip
WORDS = (
    "halo", "🙂", "<b>tebal", "a" * 4000, "\u200b\u200b", "\x07\x00!", "12345", "3375014567890001", "ya", "tidak",
    "kembali", "bantuan", "batal", "back", "17-8-2099", "-", "/", "&amp; <script>", "08123456789", "Lewati",
)  # fmt: skip
# What she rather presses on a page of the menu.
FONDNESS = {"m:resume": 12, "m:register": 8, "m:class": 5, "m:classes": 6, "m:review": 4, "m:approve": 4, "m:refuse": 3}
# Charts come from a process of their own, and announcements go to people who are not walking here.
SHUNS = ("m:figure", "m:figures", "m:report", "m:cutby", "m:made", "m:announce")
REMEMBERS = 40


class Walker(Phone):
    """One person on a walk. All that she does is decided by her dice."""

    def __init__(
        self, phone: Phone, dice: Random, persona: Persona, reader: Reader, coverage: Coverage, abroad: int
    ) -> None:
        super().__init__(phone._session, phone._url.partition("/sim/")[0], phone.id)
        self._dice = dice
        self._persona = persona
        self._reader = reader
        self._coverage = coverage
        # The class that takes people from anywhere: what an outsider looks for.
        self._fondness = FONDNESS | ({f"m:class:{abroad}": 40} if persona.outsider else {})
        self._old: deque[Key] = deque(maxlen=REMEMBERS)
        self._own_words: int | None = None
        self.trace: deque[str] = deque(maxlen=12)

    async def _act(self, act: str, expects_answer: bool = True, **body: Any) -> None:
        """Only the newest messages are read, as on a small phone; that is also quicker."""
        self.trace.append(f"{act} {str(body)[:80]}")
        url = f"{self._url}/{act}?last=8&wait={WAIT_SECONDS}"
        async with self._session.post(url, json=body) as response:
            self.chat = await response.json()
            assert response.status == 200, self.chat
        self._coverage.inputs += 1
        assert self.chat["reacted"] is not False, "nobody answered"
        own = [m["id"] for m in self.chat["messages"] if m["from"] != "bot" and m["kind"] == "text"]
        self._own_words = own[-1] if own else self._own_words

    async def walk(self, steps: int) -> None:
        """So many inputs; the first is a /start."""
        await self.looks()
        if not self.messages():
            await self.starts()
            steps -= 1
        for _ in range(steps):
            await self._step()

    async def _step(self) -> None:
        screen = self._reader.screen(self.chat)
        self._old.extend(key for key in screen.keys if key.is_answer)
        chance = self._dice.random()
        willing = COOPERATES if self._coverage.is_whole(screen.ask) else COOPERATES / 2
        if chance < willing:
            await self._goes_on(screen)
        elif chance < willing + WANDERS or screen.ask is None:
            await self.says(self._dice.choice(COMMANDS))
        else:
            await self._makes_mischief(screen)

    async def _goes_on(self, screen: Screen) -> None:
        """What somebody does who wants to get through."""
        match screen.ask:
            case None:
                await self._turns_a_page(screen)
            case "phone" if self._dice.random() < 0.6:
                await self._shares(screen, own=True)
            case "ktp" | "ijazah" if self._dice.random() < 0.5:
                self._meets(screen, Kind.PHOTO)
                await self.sends_photo()
            case "kecamatan" if not self._persona.outsider and self._dice.random() < 0.3:
                await self._says_something(self._persona.words_for("kecamatan", self._dice), screen)
            case str() if screen.answers():
                await self._presses(self._answer(screen), Kind.TAP, screen)
            case _ if screen.ask in (SUMMARY, CHANGING, CANCELLING):
                await self._presses(self._control(screen), Kind.TAP, screen)
            case ask:
                await self._says_something(self._persona.words_for(ask, self._dice), screen)

    async def _turns_a_page(self, screen: Screen) -> None:
        pages = [key for key in screen.pages() if not key.data.startswith(SHUNS)]
        if not pages or self._dice.random() < 0.1:
            await self.says(self._dice.choice(("/menu", "/start")))
            return
        fond = self._fondness
        weights = [fond.get(key.data) or fond.get(":".join(key.data.split(":")[:2]), 1) for key in pages]
        await self._presses(self._dice.choices(pages, weights)[0], Kind.TAP, screen)

    def _answer(self, screen: Screen) -> Key:
        """One of the answers offered; who she is decides where it matters."""
        persona = self._persona
        wanted = {"kecamatan": "outside" if persona.outsider else "", "birth": "no" if persona.differs else "yes"}
        answers = screen.answers()
        liked = [key for key in answers if key.parts[2] in (wanted.get(screen.ask or "", ""), "ktp", KEEP)]
        if liked and self._dice.random() < 0.6:
            return self._dice.choice(liked)
        return self._dice.choice(answers)

    def _control(self, screen: Screen) -> Key:
        likely = screen.controls("submit", "on")
        return likely[0] if likely and self._dice.random() < 0.7 else self._dice.choice(screen.keys)

    async def _makes_mischief(self, screen: Screen) -> None:
        mischief: dict[Kind, Callable[[Screen], Awaitable[None]]] = {
            Kind.TEXT: self._says_nonsense,
            Kind.TAP: self._presses_a_control,
            Kind.STALE: self._presses_what_is_over,
            Kind.FORGED: self._forges_a_button,
            Kind.PHOTO: self._sends_media,
            Kind.CONTACT: self._shares_a_contact,
            Kind.EDITED: self._edits_her_words,
        }
        kinds = sorted(Kind, key=lambda kind: self._coverage.met[screen.ask or "", kind])
        curious = self._dice.random() < 0.5
        await mischief[kinds[0] if curious else self._dice.choice(kinds)](screen)

    async def _says_nonsense(self, screen: Screen) -> None:
        await self._says_something(self._dice.choice(WORDS), screen)

    async def _presses_a_control(self, screen: Screen) -> None:
        """Back, help, cancel; the keys below the typing field where those are the only ones."""
        controls = [key for key in screen.keys if key.parts[1] == "."]
        if controls:
            await self._presses(self._dice.choice(controls), Kind.TAP, screen)
        elif screen.words:
            self._meets(screen, Kind.TAP)
            await self.says(self._dice.choice(screen.words[1:]))

    async def _presses_what_is_over(self, screen: Screen) -> None:
        shown = {key.data for key in screen.keys}
        over = [key for key in self._old if key.data not in shown]
        if over:
            await self._presses(self._dice.choice(over), Kind.STALE, screen)

    async def _forges_a_button(self, screen: Screen) -> None:
        on = next((key.message_id for key in reversed(self._old)), None)
        if on is None:
            return
        talk = self._old[-1].parts[0]
        data = self._dice.choice(
            (
                "", "x", "::::", "999999:name:yes", f"{talk}:kecamatan:33.75.99", f"{talk}:nik:!", f"{talk}:~:nik",
                f"{talk}:.:submit", f"{talk}:.:on", f"{talk}:activity:presiden", f"{talk}:q1:!", "m:approve:1",
                "m:staff", "m:register:99999999999999999999", "m:class:abc", "m:graduated:1", "m:", "☃" * 40,
            )
        )  # fmt: skip
        await self._presses(Key(on, data), Kind.FORGED, screen)

    async def _sends_media(self, screen: Screen) -> None:
        if self._dice.random() < 0.6:
            self._meets(screen, Kind.PHOTO)
            await self.sends_photo()
        else:
            await self._act(self._dice.choice(("sticker", "voice", "location")))

    async def _shares_a_contact(self, screen: Screen) -> None:
        await self._shares(screen, own=self._dice.random() < 0.5)

    async def _edits_her_words(self, screen: Screen) -> None:
        if self._own_words is not None:
            self._meets(screen, Kind.EDITED)
            await self.edits(self._own_words, self._dice.choice(("ralat", "Siti Ralat", "/start")))

    async def _shares(self, screen: Screen, own: bool) -> None:
        self._meets(screen, Kind.CONTACT)
        if own:
            await self.shares_her_number()
        else:
            await self.shares_somebody("6281299990000", user_id=self._dice.choice((None, 4242)))

    async def _says_something(self, words: str, screen: Screen) -> None:
        self._meets(screen, Kind.TEXT)
        await self.says(words)

    async def _presses(self, key: Key, kind: Kind, screen: Screen) -> None:
        self._meets(screen, kind)
        await self._act("tap", message_id=key.message_id, data=key.data)

    def _meets(self, screen: Screen, kind: Kind) -> None:
        if screen.ask is not None:
            self._coverage.met[screen.ask, kind] += 1
