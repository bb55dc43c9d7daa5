"""Every write to a request: sent, taken up, changed, answered, closed."""
