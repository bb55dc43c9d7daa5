"""The directory in the CMS: lists and forms of its rows, the queue of profiles to verify, the search tried out."""
