"""When an announcement goes out, and who looks at it before."""
