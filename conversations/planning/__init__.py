"""Planning: when messages that start with us go out, and what staff change of it."""
