"""Calling: officers ring up the alumni whom no message reaches."""
