"""Graduates over fourteen months, and a ledger of their own that knows nothing of how it is done.

`cast` invents them, `career` what becomes of them, `voice` what they say, `member` plays one at her phone; `almanac`
and `ladder` reckon which messages must have come, `truth` what every indicator must be. None of these imports the
program; `town` does, which puts the cast into it.
"""
