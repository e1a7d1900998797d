"""What the bot costs: CPU for an update, updates/s, cold start, idle memory, beside two partners."""
