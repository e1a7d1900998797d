"""Applying: from the first question to the number, the documents, and what may be changed afterwards."""
