"""Every write to a visit and to the offers that lead to one."""
