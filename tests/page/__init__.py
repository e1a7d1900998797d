"""The page played in a real browser: the test of it, and the pictures of it for the README."""
