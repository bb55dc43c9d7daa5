"""Reading the health record's calendar from a file."""
