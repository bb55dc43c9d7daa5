"""Vertebral levels in the spellings of people and reports: L4-5, L4/L5, L4-L5, “l5 s1”, L5S1, C56, T12."""

import re
from dataclasses import dataclass

from physicians.models import BodyRegion

# How many there are of each. The nerve below the last neck vertebra is C8, and some people have an L6.
HIGHEST = {"c": 8, "t": 12, "l": 6, "s": 5}
REGIONS = {"c": BodyRegion.CERVICAL, "t": BodyRegion.THORACIC, "l": BodyRegion.LUMBAR, "s": BodyRegion.SACRAL}

LEVELS = re.compile(
    r"(?<![^\W_])([ctls])[ -]?(\d{1,2})"
    r"(?:(?:\s*[-\u2010-\u2013/\\&,]\s*|\s+(?:to|and|through)\s+)([ctls]?)[ ]?(\d{1,2})"
    r"|\s*([ctls])[ ]?(\d{1,2}))?(?![^\W_])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Level:
    """One vertebra, or two with the disk between them; the region is that of the upper one."""

    name: str  # L4, or L4–L5
    region: str


def read_level(match: re.Match[str]) -> Level | None:
    """Return the level in a match of LEVELS, None if no spine has such a vertebra."""
    first, number, second, other, second_apart, other_apart = match.groups()
    first, second = first.casefold(), (second or second_apart or first).casefold()
    upper, lower = int(number), int(other or other_apart or 0)
    if not lower and upper > HIGHEST[first] and upper % 10 == upper // 10 + 1:  # L45
        upper, lower = upper // 10, upper % 10
    if not 1 <= upper <= HIGHEST[first] or lower > HIGHEST[second]:
        return None
    name = f"{first}{upper}–{second}{lower}" if lower else f"{first}{upper}"
    return Level(name.upper(), REGIONS[first])
