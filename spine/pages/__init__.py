"""The kinds of pages, and what they have in common."""
