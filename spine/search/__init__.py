"""A patient's own words in, the right pages out.

`physicians.search` reads what was typed and finds what was meant; here `shown` says which pages may be found and by
which words, `matching` puts them in order, `spelling` knows the words of the site, `snippets` cuts out the passage
that fits, and `results` is the page: all of it together.
"""
