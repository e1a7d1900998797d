"""Journeys: whole conversations of people with the bot, over the simulator's HTTP, in the words they read."""
