"""The hospital's roster as a CSV file: reading, checking and comparing it. The writing is in `services.roster`."""
