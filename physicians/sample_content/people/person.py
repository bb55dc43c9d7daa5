"""The data of an invented physician, from which the profile is written."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Person:
    """Lists are slugs or codes separated by spaces."""

    given_name: str
    family_name: str
    credentials: str
    specialty: str
    conditions: str
    procedures: str
    languages: str
    locations: str
    licensed_in: str
    focus: str  # what is special about this physician's work, in a sentence or two
    graduated: int  # year
    gender: str = ""  # one of Gender; empty for those who prefer not to say
    accepting: bool = True
    virtual: bool = False
    verified_days_ago: int = 30  # how long before the samples were loaded
