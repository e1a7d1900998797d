"""Checking: what an officer sees of an application, what she decides, and how one objects."""
