"""Every write to a request or a visit, one function each. Nothing else writes: not views, admin pages or commands."""
