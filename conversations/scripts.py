"""Every script by name. To add a conversation: copy one, and name it here."""

from typing import Any

from conversations import (
    absence,
    adjustment,
    announcement,
    answer,
    change,
    completion,
    dropping,
    failing,
    followup,
    lesson_change,
    marks,
    numbers,
    permit,
    publication,
    question,
    refusal,
    registration,
    relink,
    reregistration,
    resignation,
    saved_reply,
    search,
    survey,
    timetable,
    weighting,
)
from conversations.offering import a_class, cohort, programme
from conversations.script import Script

SCRIPTS: dict[str, Script[Any]] = {
    script.name: script
    for script in (
        registration.SCRIPT,
        change.SCRIPT,
        completion.SCRIPT,
        relink.SCRIPT,
        followup.SCRIPT,
        question.SCRIPT,
        answer.SCRIPT,
        saved_reply.SCRIPT,
        search.SCRIPT,
        refusal.SCRIPT,
        announcement.SCRIPT,
        weighting.SCRIPT,
        adjustment.SCRIPT,
        publication.SCRIPT,
        reregistration.SCRIPT,
        absence.SCRIPT,
        dropping.SCRIPT,
        failing.SCRIPT,
        lesson_change.SCRIPT,
        marks.SCRIPT,
        numbers.SCRIPT,
        permit.SCRIPT,
        resignation.SCRIPT,
        survey.SCRIPT,
        timetable.SCRIPT,
        programme.NEW,
        programme.EDIT,
        cohort.NEW,
        cohort.COPY,
        cohort.EDIT,
        a_class.NEW,
        a_class.EDIT,
    )
}
