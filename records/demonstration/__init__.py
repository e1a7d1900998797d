"""Demonstration data: an invented centre to try, to rehearse and to test with.

Nobody in it exists: names are drawn from invented tables, NIKs end in 99xx, phones lie in 0810-0000, every person is
marked `demonstration` and every cohort says "(data contoh)". The kejuruan of 2019 are those the founding article names.
Angkatan III opened nine and the article names eight: the ninth is not invented, so it has no class here, and the 227
participants are spread over the eighteen that have a name.
"""

from records.demonstration.cast import Cast, Group, Member
from records.demonstration.seed import NotEmptyError, seed

__all__ = ["Cast", "Group", "Member", "NotEmptyError", "seed"]
