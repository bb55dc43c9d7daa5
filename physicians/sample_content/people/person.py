"""What is written down of an invented physician; the profile is made from it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Person:
    """Lists are slugs or codes with spaces between them."""

    given_name: str
    family_name: str
    credentials: str
    specialty: str
    conditions: str
    procedures: str
    languages: str
    locations: str
    licensed_in: str
    focus: str  # what is particular about this physician's work, in a sentence or two
    graduated: int  # year
    gender: str = ""  # one of Gender; empty where somebody would rather not say
    accepting: bool = True
    virtual: bool = False
    verified_days_ago: int = 30  # how long before the samples were loaded
