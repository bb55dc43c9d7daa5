"""A name as people write it down, and the mistakes that they make: written before the search was tuned to them."""

import random
import re

from bench.search_questions import mistyped
from physicians.search.parse.tokens import plain

# How a sound is written and how it is written too.
# ruff: noqa: SIM905 (lists would be longer)
BY_EAR = [pair.split("-") for pair in (
    "ph-f f-ph sch-sh ck-k c-k k-c z-s s-z ei-ie ie-y y-ie y-i ee-ea ea-ee oo-u ou-u ough-uff igh-i tz-ts th-t wh-w "
    "w-v gh-g kn-n wr-r qu-kw cz-ch ch-tch dge-j j-g g-j x-ks oe-o ai-ay ay-ai er-ar er-or on-en en-on in-en an-en"
).split()]  # fmt: skip
DOUBLED = re.compile(r"([a-z])\1")
SINGLE = re.compile(r"(?<=[aeiou])([bcdfglmnprst])(?=[aeiou])")
LONG = 8  # letters
LETTERS = "abcdefghijklmnoprstw"  # people's middle initials


def in_order(chance: random.Random, given: str, family: str) -> str:
    """Return the given name, then the family name, as patients and referrals write them."""
    initial = chance.choice(LETTERS).upper()
    return chance.choice(
        [
            f"{given} {family}",
            plain(f"{given} {family}"),
            f"Dr. {given} {family}",
            f"{given} {family}, MD",
            plain(f"dr {given} {family} md"),
            f"{given} {initial}. {family}",
            f"{given} {initial} {family} M.D.".upper(),
        ]
    )


def family_first(chance: random.Random, given: str, family: str) -> str:
    """Return the family name, then the given name, with or without a comma."""
    initial = chance.choice(LETTERS).upper()
    return chance.choice(
        [
            f"{family} {given}",
            f"{family}, {given}",
            plain(f"dr {family} {given}"),
            f"{family}, {given} {initial}., MD",
            f"{family}, {given} {initial}".upper(),
        ]
    )


def mistaken(chance: random.Random, name: str) -> str:
    """Return a name with a slip of the fingers, two in some long ones, or as it sounds."""
    if chance.random() < 0.4 and (heard := by_ear(chance, name)):
        return heard
    slipped = mistyped(chance, name)
    return mistyped(chance, slipped) if len(name) >= LONG and chance.random() < 0.25 else slipped


def by_ear(chance: random.Random, name: str) -> str:
    """Return a name with one sound written otherwise, or a letter doubled or not; empty if nothing can be."""
    low = name.lower()
    found = {low[: it.start()] + new + low[it.end() :] for old, new in BY_EAR for it in re.finditer(old, low)}
    found |= {low[: it.start()] + low[it.end() - 1 :] for it in DOUBLED.finditer(low)}
    found |= {low[: it.end()] + low[it.start() :] for it in SINGLE.finditer(low)}
    found = {other for other in found if plain(other) != plain(name)}
    return chance.choice(sorted(found)).capitalize() if found else ""


def written_otherwise(name: str) -> str:
    """Return a name with the other spelling of Mc, Mac, St. and Saint."""
    other = {"mc": "mac", "mac": "mc", "st": "saint", "saint": "st"}
    begins = re.compile(r"\b(mc|mac|saint|st)(?=[ a-z]{3})")
    return begins.sub(lambda found: other[found.group()], plain(name))
