"""What the database is given beside migrations: rights, guards, patience."""
