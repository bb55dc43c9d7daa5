"""British and other spellings of words that the vocabulary has in US spelling."""

import re

# Every rule is tried: a spelling that nobody has does no harm.
RULES = [
    (re.compile(r"(ae|oe)(?=.)"), "e"),  # orthopaedic, oedema; but no name that ends so
    (re.compile(r"our(?=s?$|ed$|ing$)"), "or"),  # tumour
    (re.compile(r"is(?=(e|ed|es|ing|ation|er)$)"), "iz"),  # stabilisation
    (re.compile(r"ys(?=(e|ed|es|ing)$)"), "yz"),  # paralysed
    (re.compile(r"tre(?=s?$)"), "ter"),  # centre
    (re.compile(r"disc"), "disk"),  # discectomy, slipped disc
    (re.compile(r"ll(?=(ed|ing|er)$)"), "l"),  # travelling
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ph?ysio(?=s?$)"), "physiotherapy"),
]


def other_spellings(word: str) -> list[str]:
    """Return the other spellings of a word."""
    found = []
    for pattern, replacement in RULES:
        changed = pattern.sub(replacement, word)
        if changed != word:
            found.append(changed)
    return list(dict.fromkeys(found))
