"""The duties by name. To add one: copy one, and name it here."""

from scheduler.duties import scraps
from scheduler.duty import Duty

DUTIES: tuple[Duty, ...] = (scraps.DUTY,)
from scheduler.duties import wishes
from scheduler.duty import Duty

DUTIES: tuple[Duty, ...] = (wishes.TELL_WISHES,)
