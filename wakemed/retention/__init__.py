"""What is kept for how long, and erased after that, by a database role of its own (docs/decisions/0024)."""
