"""A patient's own words in, the right physicians out, with the reason why each is there.

`words` reads what was typed, `matching` asks PostgreSQL what it fits, `spelling` looks for what it was meant
to be, `ranking` puts physicians in order and says why; `filters` reads the rest of the address, and
`directory` is the page: all of it together. Thin on purpose: what is searched is computed at each search,
which is never stale and quick enough up to about two thousand physicians.
"""
