"""The session that every question to the records takes first, under a name the upper floors may use."""

from sqlalchemy.orm import Session

__all__ = ["Session"]
