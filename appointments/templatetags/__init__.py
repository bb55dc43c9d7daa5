"""What the pages of a request need beyond Django's tags."""
