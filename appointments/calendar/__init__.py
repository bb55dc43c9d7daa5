"""When a physician could see someone: worked out from rules, sessions and what is taken; stored nowhere."""
