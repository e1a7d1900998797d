"""The cast: everybody of the demonstration who has a chat, as a simulator of Telegram must know them."""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    SEEKER = "Pencaker"
    PARTICIPANT = "Peserta"
    ALUMNI = "Alumni"
    STAFF = "Petugas"


@dataclass(frozen=True, slots=True)
class Member:
    """One chat. `cast` marks the main parts, `started` that she pressed Start, `blocked` that she blocked the bot."""

    chat_id: int
    first_name: str
    last_name: str
    phone: str
    group: Group
    note: str
    cast: bool = False
    started: bool = True
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody with a chat, the main parts first."""

    members: tuple[Member, ...]

    @property
    def main(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.cast)

    def of(self, group: Group) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.group is group)
