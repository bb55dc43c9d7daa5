"""Pages for those who build the site; never in production."""
