"""Read busy times of the health record's calendar from a file."""
