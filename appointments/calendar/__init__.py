"""When physicians are free: computed from rules, sessions and taken times, and never stored."""
