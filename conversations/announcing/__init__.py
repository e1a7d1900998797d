"""Announcements: what an officer writes to many, and what each of them reads."""
