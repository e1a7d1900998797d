"""The scripts, as data, and the one engine that walks them."""
