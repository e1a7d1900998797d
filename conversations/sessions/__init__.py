"""Sessions of tests and interviews: scheduled, moved, attended, scored."""
