"""Every write to a request: one function each. Views, admin pages and commands call these and nothing else writes."""
