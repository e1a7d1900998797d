"""Faults that a test can order: a method that fails a number of times."""

from dataclasses import dataclass, field
from typing import Any

from simulator.entity import Json
from simulator.errors import PageError, RefusalError, too_many

# Faults of the connection rather than of the answer.
BROKEN = ("timeout_before", "timeout_after", "drop")
_REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


@dataclass(slots=True)
class Fault:
    """`code` is an HTTP status or one of BROKEN; it strikes `times` times, in one chat or in all."""

    method: str
    times: int
    code: int | str
    chat_id: int | None = None
    retry_after: int = 1

    def refusal(self) -> RefusalError:
        """The answer of a fault that answers."""
        code = int(self.code)
        if code == 429:
            return too_many(self.retry_after)
        return RefusalError(code, _REASONS.get(code, "Bad Request: ordered by a test"))

    def to_json(self) -> Json:
        """As it was ordered, with the times that are left."""
        return {name: getattr(self, name) for name in Fault.__slots__}


@dataclass(slots=True)
class Faults:
    """The faults that are still to strike."""

    ordered: list[Fault] = field(default_factory=list)

    def order(self, value: Any) -> Fault:
        """Take an order from a test; a wrong one is a PageError."""
        if not isinstance(value, dict) or not isinstance(value.get("method"), str):
            raise PageError(400, "a fault needs a method")
        code = value.get("code")
        if code not in BROKEN and not (isinstance(code, int) and 400 <= code < 600):
            raise PageError(400, f"code must be a status from 400 to 599 or one of {', '.join(BROKEN)}")
        known = {name: value[name] for name in ("chat_id", "retry_after") if value.get(name) is not None}
        fault = Fault(value["method"].lower(), int(value.get("times", 1)), code, **known)
        self.ordered.append(fault)
        return fault

    def take(self, method: str, chat_id: int) -> Fault | None:
        """The fault that strikes this call, if one does."""
        for fault in self.ordered:
            if fault.method == method and fault.chat_id in (None, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self.ordered.remove(fault)
                return fault
        return None
