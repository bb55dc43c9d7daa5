"""Every write to the directory that is not an editor's draft."""
