"""The roll: writes invented people into the records, gives them chats, and remembers whom the cast must know."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from records import chats, people
from records.calendar import Calendar
from records.demonstration.cast import Cast, Group, Member
from records.demonstration.invention import Inventor
from records.people import Particulars, Person, Sex
from records.profile import Profile
from records.vault import Vault

FIRST_CHAT = 7_000_000_001


@dataclass(frozen=True, slots=True)
class Invented:
    """One person of the demonstration; the chat is None where she has none."""

    person: Person
    said: Particulars
    chat_id: int | None


class Roll:
    """Everybody written so far."""

    def __init__(self, session: Session, vault: Vault, profile: Profile, calendar: Calendar) -> None:
        self.session = session
        self.calendar = calendar
        self.inventor = Inventor(profile)
        self._vault = vault
        self._members: list[Member] = []
        self._next_chat = FIRST_CHAT

    def new_chat(self) -> int:
        self._next_chat += 1
        return self._next_chat - 1

    def person(self, sex: Sex, now: datetime, *, has_chat: bool, outsider: bool = False) -> Invented:
        """A person known since `now`, linked with a chat or not."""
        said = self.inventor.person(sex, now.date(), outsider)
        person = people.by_id(self.session, people.keep(self.session, self._vault, said, now))
        person.demonstration = True
        if not has_chat:
            return Invented(person, said, None)
        chat_id = self.new_chat()
        people.link(self.session, person.id, chat_id, now)
        chats.load(self.session, chat_id, now)
        return Invented(person, said, chat_id)

    def enter(self, invented: Invented, group: Group, note: str, *, cast: bool = False, blocked: bool = False) -> None:
        """Puts a person with a chat into the cast."""
        if invented.chat_id is not None:
            self.enter_stranger(invented.said, invented.chat_id, group, note, cast=cast, blocked=blocked)

    def enter_stranger(
        self,
        said: Particulars,
        chat_id: int,
        group: Group,
        note: str,
        *,
        cast: bool = False,
        started: bool = True,
        blocked: bool = False,
    ) -> None:
        """Puts somebody into the cast whom the records need not know."""
        first, _, last = said.name.partition(" ")
        self._members.append(Member(chat_id, first, last, said.phone, group, note, cast, started, blocked))

    def note(self, chat_id: int, before: str, after: str, *, cast: bool = False) -> None:
        """Says something else of somebody who is in the cast already, and gives her a main part where she is to."""
        self._members = [
            replace(member, note=member.note.replace(before, after), cast=member.cast or cast)
            if member.chat_id == chat_id
            else member
            for member in self._members
        ]

    def enter_officer(self, member: Member) -> None:
        self._members.append(member)

    def cast(self) -> Cast:
        return Cast(tuple(sorted(self._members, key=lambda member: (not member.cast, member.chat_id))))

    def at(self, day: date, hour: int) -> datetime:
        """An instant of a day, in the centre's own time."""
        return datetime.combine(day, time(hour), self.calendar.zone)
