"""Announcing: how officers write to many."""

from records.profile.part import Part, PositiveInt


class AnnouncementRules(Part):
    """`two_person_over`: an announcement to more recipients than this is looked at by a second officer before it goes
    out. `same_words_days`: so long afterwards an officer is warned who writes the same to the same people.
    """

    two_person_over: PositiveInt = 100
    same_words_days: PositiveInt = 30
