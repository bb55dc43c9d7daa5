"""The patient's own page: see a request, change it, accept a time, move or cancel the visit."""
