"""What machines are told of a page: schema.org types as JSON-LD, and the picture of a link preview.

A kind of page declares what it is (`described_page`); `condition_data` and `hospital_data` know the words of
schema.org. Physicians and clinics are described in `physicians.structured_data`.
"""
