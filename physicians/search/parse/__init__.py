"""Stage 1: what the address and the words mean, as values. Nothing here decides who is looked for."""
