"""The questionnaire on the web: the same talk, walked by the same engine, page by page."""
