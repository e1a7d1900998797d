"""Guesses at a place: what is typed instead of tapped ("?33.75.02.1002", several with commas) until she confirms it."""

GUESS = "?"


def guess(codes: tuple[str, ...]) -> str:
    return GUESS + ",".join(codes)


def guessed(value: str | None) -> tuple[str, ...]:
    """The codes of a guess; () where it is none."""
    return tuple(value[1:].split(",")) if value is not None and value.startswith(GUESS) else ()
