"""Whom an announcement is for, chosen by taps."""
