"""Stage 2: what to ask PostgreSQL for, decided before anything is asked."""
