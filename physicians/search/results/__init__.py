"""Stage 5: the directory's page, with every reason and every link on it."""
