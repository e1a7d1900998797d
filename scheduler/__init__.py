"""What happens by itself: ticks, due follow-ups, deliveries."""
