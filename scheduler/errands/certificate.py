"""The copy of a training certificate as a PDF, for its owner; the argument is the enrolment's id."""

from dataclasses import dataclass
from datetime import datetime

from conversations.buttons import MY_STATUS
from conversations.reply import Document, Reply, column
from conversations.training.trainee import own
from locales.languages import DEFAULT
from locales.text import Text, _
from records import certificates
from records.session import Session
from scheduler.errand import Tools
from scheduler.paper import Paper


@dataclass(frozen=True, slots=True)
class Copy:
    """Every word of the paper, in the language of the certificate."""

    title: str
    heading: str
    number: str
    lines: tuple[tuple[str, bool], ...]
    notice: str
    foot: str
    made_at: datetime


async def send(tools: Tools, argument: str) -> Reply | None:
    copy = await tools.database.read(_copy, tools, int(argument))
    if copy is None:
        return None
    pdf = await tools.slow.run(drawn, copy)
    text = _("📜 Here is the copy. The signed original is at the centre, or with you already.")
    return Reply(text, document=Document("salinan-sertifikat.pdf", pdf), rows=column(MY_STATUS))


def _copy(session: Session, tools: Tools, enrolment_id: int) -> Copy | None:
    """None where this chat may not have it."""
    trainee = own(tools.context(session, tools.clock.now()), enrolment_id)
    certificate = None if trainee is None else certificates.of_enrolment(session, trainee.id)
    if trainee is None or certificate is None:
        return None

    def said(text: Text) -> str:
        return tools.house.languages.plain(text, DEFAULT)

    centre = tools.house.profile
    return Copy(
        title=said(_("Copy of a training certificate")),
        heading=centre.name,
        number=said(_("Number {number}", number=certificate.number)),
        lines=(
            (said(_("It is hereby confirmed that")), False),
            (trainee.name, True),
            (said(_("has passed the training")), False),
            (trainee.programme, True),
            (
                said(
                    _(
                        "{cohort}, {hours} lesson hours (JP), from {first} to {last}",
                        cohort=trainee.cohort,
                        hours=trainee.lesson_hours,
                        first=trainee.starts_on,
                        last=trainee.ended_on or trainee.ends_on,
                    )
                ),
                False,
            ),
        ),
        notice=said(
            _(
                "This copy was made from the centre's register of certificates on {day} and bears no signature. "
                "The original, signed by {signer}, is with its owner.",
                day=tools.clock.now().astimezone(tools.house.calendar.zone).date(),
                signer=centre.certificate.signer,
            )
        ),
        foot=centre.name,
        made_at=tools.clock.now(),
    )


def drawn(copy: Copy) -> bytes:
    """In the process for slow work."""
    paper = Paper(copy.title, copy.foot, landscape=True, made_at=copy.made_at)
    paper.gap(8)
    paper.heading(copy.heading, "C")
    paper.title(copy.title, "C")
    paper.text(copy.number, "C")
    paper.gap(8)
    for words, is_large in copy.lines:
        if is_large:
            paper.heading(words, "C")
        else:
            paper.text(words, "C")
        paper.gap(2)
    paper.gap(14)
    paper.small(copy.notice, "C")
    return paper.to_pdf()
