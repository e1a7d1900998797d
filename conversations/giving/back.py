"""What is offered to somebody who has just told us how she is, and to every graduate on her status page."""

from conversations.buttons import JOBS, ONWARD, SHOPS
from conversations.reply import Rows

# Below the thanks of a follow-up.
AFTER_ANSWERING: Rows = ((JOBS, SHOPS), (ONWARD,))
