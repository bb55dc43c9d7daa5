"""The patient's own page of a request."""
