"""The search of the directory: a patient's own words in, the right physicians out, each with a reason.

`directory_search` runs the stages, keeps their times, and each hands a value to the next:

1. `parse`: the address and the words, as a patient wrote them, become `Filters` and a `ParsedQuery`.
2. `plan`: both become a `SearchPlan`, which says what to ask PostgreSQL for and in which order.
3. `query`: PostgreSQL counts the matches and reads one page of them, as a `Search`.
4. `alternatives`: when nothing matches, a second plan that matches more, and what to leave out.
5. `results`: the `DirectoryPage`, with cards, reasons, facets and page links.

Below them are `facets`, the declared ways to narrow the list, and `tsquery`, PostgreSQL's query language.
`explanation` puts a finished search into words, stage by stage, for “Try a search” in the CMS and for
`manage.py explain_search "slipped disk"`. `autocomplete` completes what is being typed.
Decision: docs/decisions/0011-directory-search.md.
"""
