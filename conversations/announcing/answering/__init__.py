"""What recipients may answer, and what they did."""
