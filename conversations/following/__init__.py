"""Following up: what graduates are asked, and what the messages say that ask it."""
