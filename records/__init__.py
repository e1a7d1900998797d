"""The memory: one module per noun, with the questions asked of it."""
