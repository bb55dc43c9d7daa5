"""Who works here: groups, rights, sample accounts."""
