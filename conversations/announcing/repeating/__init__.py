"""Announcements that repeat."""
