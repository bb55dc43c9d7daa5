"""Every write to the directory, except an editor's."""
