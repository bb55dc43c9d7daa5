"""The calendar: the days and weeks of all physicians, and the free times in them to book, offer and move to."""
