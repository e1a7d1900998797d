"""Faults: the one place where an error of any kind is met, so that one thing that fails takes no other with it."""

from collections.abc import Callable
from types import TracebackType


class met:  # noqa: N801  it reads as what it is: `with met(tell): ...`
    """Ends quietly whatever fails inside, having told of it; `fault` is what it was, None where all went well.

    For work whose errors cannot be known beforehand, because it runs the whole program (a turn, a message to compose)
    or opens a stranger's file: an error there is a defect or a broken input, never a state of affairs. Errors that are
    (`rising`: the database is busy, and trying again helps) go on to whoever can wait for it, and so does the end of
    the program.
    """

    def __init__(
        self, tell: Callable[[Exception], None] | None = None, *, rising: tuple[type[Exception], ...] = ()
    ) -> None:
        self._tell = tell
        self._rising = rising
        self.fault: Exception | None = None

    def __enter__(self) -> "met":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, self._rising):
            return False
        self.fault = error
        if self._tell is not None:
            self._tell(error)
        return True
