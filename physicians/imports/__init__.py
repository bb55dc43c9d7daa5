"""The hospital's roster as a CSV file: reads, checks, compares and exports it. `services.roster_changes` writes."""
