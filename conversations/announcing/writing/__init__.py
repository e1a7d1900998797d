"""What an announcement says: its words with their marks and fields, and what goes with them."""
