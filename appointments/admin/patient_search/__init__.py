"""Find a request by what a caller says: `request_search.py` reads what was typed, `names_found.py` finds names."""
