"""The search over the pages of the site.

`physicians.search` reads what was typed. `findable_pages` says which pages may be found and by which words, `matching`
ranks them, `spelling` knows the words of the site, `snippets` cuts out the matching passage, and `site_search` puts it
all together.
"""
