"""When a physician could see somebody: worked out from rules, sessions and what is taken; stored nowhere."""
