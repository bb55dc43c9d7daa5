"""A physician leaves: what happens to their page, their profile and their visits."""
