"""Reports of what became of the graduates: the numbers gathered, put into words, and made into files."""
