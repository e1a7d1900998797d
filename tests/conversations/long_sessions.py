"""The longest values of the scripts about tests and interviews."""

from conversations.examples import Example
from conversations.sessions import rollcall
from conversations.sessions.examples import SESSIONS

MANY = {f"B4-{n:04}": (n, "Raden Ayu " * 6) for n in range(1, 201)}
LONG = {name: Example(*SESSIONS[name]) for name in SESSIONS} | {
    "rollcall": Example(
        (rollcall.Facts(1, "Wawancara", MANY, 1),), {"digits": (" ".join(f"{n:04}" for n in range(1, 201)), "99")}
    )
}
