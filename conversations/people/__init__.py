"""People as officers find and see them."""
