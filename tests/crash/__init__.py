"""The bot as its own process: killed at every place, started wrongly, stopped kindly, and walked through whole."""
