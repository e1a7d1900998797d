"""People, by button: the search, a person's page, her steps, and the link that hands her record over."""

from conversations.people_pages import hand_over, person_page, road
from conversations.screen import Begin, Screen
from records.permissions import Permission

SCREENS = (
    Screen("find", lambda _context, _argument: Begin("search"), Permission.PEOPLE),
    Screen("person", person_page, Permission.PEOPLE),
    Screen("steps", road, Permission.PEOPLE),
    Screen("handover", hand_over, Permission.PEOPLE),
)
