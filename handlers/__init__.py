"""Ears and mouth: a Telegram update becomes an event, a reply value becomes Telegram calls."""
