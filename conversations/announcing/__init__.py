"""Announcements: written as a draft that is kept at once, seen as its readers will see it, sent, and followed."""
