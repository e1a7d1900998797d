"""Groups and channels that have announcements too."""
