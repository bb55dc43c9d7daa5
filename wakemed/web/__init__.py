"""What every request passes: middleware, error pages, the addresses that machines ask."""
