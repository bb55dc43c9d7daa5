"""What search engines are told of a page: schema.org types as JSON-LD, from the page's own fields.

`web_pages` says what kind of page it is and who has reviewed it, `conditions`, `treatments` and `hospital` what it is
about, and `pages` puts them together. Physicians and clinics are described in `physicians.structured_data`.
"""
