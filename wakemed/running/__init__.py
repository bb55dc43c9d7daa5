"""`make run`: the processes of a site on one machine, from their start to their end."""
