"""A local Telegram: a Bot API server and its web page, to try the bot, to rehearse with it and to test it."""
