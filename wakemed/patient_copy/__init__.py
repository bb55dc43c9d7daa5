"""A copy of what is on record about one request, for its patient (45 CFR 164.524): a file and a page to print."""
