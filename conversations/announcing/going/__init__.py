"""How an announcement goes and how it ended, and how it is taken back or put right."""
