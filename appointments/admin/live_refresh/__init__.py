"""Pages of the desk that keep themselves up to date, without counting as anyone's activity."""
