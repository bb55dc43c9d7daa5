"""A search in words: what each stage made of it, how long it took, and why."""
