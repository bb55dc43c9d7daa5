"""The directory in the CMS: lists and forms, the queue of profiles to verify, and “Try a search”."""
