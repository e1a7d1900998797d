"""Audiences: whom an announcement is for, as groups of traits that anybody can read, and the people they name."""

from records.audiences.audience import Audience, Group, Trait

__all__ = ["Audience", "Group", "Trait"]
