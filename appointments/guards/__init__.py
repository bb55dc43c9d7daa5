"""What every write asks first: locks, limits, links, who may come in, and how a refusal is said."""
