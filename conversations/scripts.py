"""Every script by name. To add a conversation: copy one, and name it here."""

from typing import Any

from conversations.announcing.answering import poll as announcement_poll
from conversations.announcing.audience import audience_name, audience_search
from conversations.announcing.going import correcting
from conversations.announcing.repeating import repeat as announcement_repeat
from conversations.announcing.timing import refusal as announcement_refusal
from conversations.announcing.timing import sending_time, urgency
from conversations.announcing.writing import attaching, dating, linking, placing
from conversations.announcing.writing import words as announcement_words
from conversations.applying import change, completion, counter, documents, registration, relink
from conversations.asking import answer, question, saved_reply
from conversations.calling import another_number
from conversations.checking import objection, upholding, verdict
from conversations.following import anew, call, last_day, months_form, questionnaire
from conversations.giving import opening_form, opening_refusal, stall_form, stall_refusal
from conversations.helping import closing as help_closing
from conversations.offering import (
    a_class,
    cancelling,
    cohort,
    programme,
)
from conversations.people import earlier_file, search
from conversations.planning import calendar_change, wage
from conversations.script import Script
from conversations.selecting import adjustment, publication, reregistration, weighting
from conversations.sessions import postpone, rollcall, schedule, score, score_lines, score_sheet
from conversations.training import (
    absence,
    bnsp_numbers,
    dropping,
    examination,
    failing,
    incubator_change,
    lesson_change,
    marks,
    numbers,
    ojt,
    permit,
    resignation,
    survey,
    timetable,
)

SCRIPTS: dict[str, Script[Any]] = {
    script.name: script
    for script in (
        registration.SCRIPT,
        change.SCRIPT,
        completion.SCRIPT,
        relink.SCRIPT,
        counter.SCRIPT,
        documents.SCRIPT,
        questionnaire.SCRIPT,
        months_form.SCRIPT,
        last_day.SCRIPT,
        help_closing.SCRIPT,
        call.SCRIPT,
        anew.CORRECTION,
        anew.UPDATE,
        postpone.SCRIPT,
        rollcall.SCRIPT,
        score.SCRIPT,
        score_lines.SCRIPT,
        score_sheet.SCRIPT,
        schedule.SCRIPT,
        question.SCRIPT,
        answer.SCRIPT,
        saved_reply.SCRIPT,
        search.SCRIPT,
        earlier_file.SCRIPT,
        verdict.CORRECTION,
        verdict.REFUSAL,
        objection.SCRIPT,
        upholding.SCRIPT,
        announcement_words.SCRIPT,
        audience_name.SAVE,
        audience_name.RENAME,
        audience_search.SCRIPT,
        announcement_poll.SCRIPT,
        correcting.SCRIPT,
        sending_time.SCRIPT,
        urgency.SCRIPT,
        announcement_refusal.SCRIPT,
        announcement_repeat.SCRIPT,
        attaching.SCRIPT,
        placing.SCRIPT,
        linking.SCRIPT,
        dating.SCRIPT,
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
        examination.SCRIPT,
        bnsp_numbers.SCRIPT,
        ojt.SCRIPT,
        incubator_change.SCRIPT,
        cancelling.SCRIPT,
        opening_form.OFFER,
        opening_form.NEW,
        opening_form.CHANGE,
        opening_refusal.REFUSAL,
        opening_refusal.TAKING_DOWN,
        stall_form.SCRIPT,
        stall_refusal.REFUSAL,
        stall_refusal.TAKING_DOWN,
        calendar_change.SCRIPT,
        another_number.FROM_SECOND_CONTACT,
        another_number.CORRECTION,
        wage.SCRIPT,
    )
}
