"""Stage 3: PostgreSQL counts the matches and reads one page of them."""
