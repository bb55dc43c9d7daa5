"""A patient's own words in, the right physicians out, with the reason why each is there.

`words` takes a text apart (`levels`, `spellings`), `lookup` asks the search tables what they know of the words, and
`reading` understands them: parts, and what each may stand for. `filters` reads the rest of the address, `choices` what
there is to choose. `criteria` makes one list of it all, `queries` PostgreSQL's form of that; `counting` and `listing`
ask it, `searching` helps where nobody fits, `facets` and `reasons` say it, and `directory` is the page. `suggestions`
completes what is being typed.
Why so: docs/decisions/0011-directory-search.md.
"""
