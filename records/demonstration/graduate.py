"""A graduate of the demonstration: whether and when she answers, and her story in words."""

from dataclasses import dataclass, field
from enum import StrEnum

from records.demonstration.fates import Fate
from records.demonstration.jobs import Job
from records.demonstration.roll import Invented
from records.people import Sex


class Story(StrEnum):
    FAITHFUL = "menjawab"
    SILENT = "belum pernah menjawab"
    STOPPED = "minta tidak ditanya lagi"
    LOST = "memblokir bot"


@dataclass(slots=True)
class Graduate:
    """Somebody who is followed up, and what she told so far. `left_after`: the wave after which she blocked the bot."""

    invented: Invented
    enrolment_id: int
    fate: Fate
    job: Job
    answered: list[int] = field(default_factory=list)
    left_after: int | None = None
    stopped: bool = False
    since: str | None = None

    def has_left(self, wave: int) -> bool:
        return self.left_after is not None and wave > self.left_after

    @property
    def story(self) -> Story:
        if self.left_after is not None:
            return Story.LOST
        if self.stopped:
            return Story.STOPPED
        return Story.FAITHFUL if self.answered else Story.SILENT

    def note(self, label: str) -> str:
        """Who she is, in words for the cast."""
        kind = "alumna" if self.invented.said.sex is Sex.FEMALE else "alumnus"
        told = f"menjawab bulan {', '.join(map(str, self.answered))}" if self.answered else Story.SILENT.value
        ending = f", {self.story.value}" if self.story in (Story.STOPPED, Story.LOST) else ""
        return f"{kind} {label}, {told}{ending}"
