"""The page of one request: what it shows, and its buttons. A file `*_actions.py` holds buttons with their forms."""
