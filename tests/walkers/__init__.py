"""Random walkers: people who press and type anything, and must always get an answer that Telegram would take."""
