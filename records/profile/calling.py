"""Calling: how officers ring up the alumni whom no message reaches."""

from records.profile.part import Part, PositiveInt


class CallRules(Part):
    """`most_tries`: so often at most, in one wave; `rest_hours` pass after a call that nobody took, `told_days` after
    somebody else promised to tell her. `window_days`: so long after the first question, or after an officer put her on
    it, somebody stays on the list.
    """

    most_tries: PositiveInt = 4
    rest_hours: PositiveInt = 20
    told_days: PositiveInt = 3
    window_days: PositiveInt = 45
