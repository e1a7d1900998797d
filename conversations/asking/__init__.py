"""Asking: questions to the officers and their answers."""
