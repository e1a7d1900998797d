"""The process: settings, command line, composition root, transport to Telegram, clock, errors and logging."""
