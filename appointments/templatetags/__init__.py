"""What the pages of a request and of the desk need beyond Django's tags."""
