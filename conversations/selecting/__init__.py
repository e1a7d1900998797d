"""Selecting: from scores to a published list, re-registration and the reserves."""
