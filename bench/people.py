"""Invented names for as many people as one likes, as uneven as names are: few that many bear, many that few bear."""

import itertools
import random
from collections.abc import Container, Iterator

FAMILIES, GIVEN = 150_000, 2_000  # distinct names

# ruff: noqa: SIM905 (lists would be a hundred lines)
# Common ones; everything else is put together from syllables.
COMMON_FAMILIES = (
    "Smith,Johnson,Williams,Brown,Jones,Garcia,Miller,Davis,Rodriguez,Martinez,Hernandez,Lopez,Gonzalez,Wilson,"
    "Anderson,Thomas,Taylor,Moore,Jackson,Martin,Lee,Perez,Thompson,White,Harris,Sanchez,Clark,Ramirez,Lewis,"
    "Robinson,Walker,Young,Allen,King,Wright,Scott,Torres,Nguyen,Hill,Flores,Green,Adams,Nelson,Baker,Hall,Rivera,"
    "Campbell,Mitchell,Carter,Roberts,Patel,O'Brien,de la Cruz,Núñez,Kim,Chen,Singh,Smith-Jones,Kowalski,Müller"
).split(",")
COMMON_GIVEN = (
    "James,Mary,Robert,Patricia,John,Jennifer,Michael,Linda,David,Elizabeth,William,Barbara,Richard,Susan,Joseph,"
    "Jessica,Thomas,Sarah,Charles,Karen,Ana,Luis,Wei,Priya,Amara,Kofi,Yuki,Tomasz,Ewa,Ingrid,Sven,Fatima,Omar,Leila,"
    "José,Hye-jin,Mateo,Sofia,An,Will"
).split(",")

ONSETS = "b,br,c,ch,d,dr,f,fl,g,gr,h,j,k,kr,l,m,n,p,pr,qu,r,s,sh,st,t,th,tr,v,w,z".split(",")
VOWELS = "a,e,i,o,u,ai,ea,ee,ie,ou".split(",")
CODAS = ",,l,m,n,nd,r,rd,rs,s,ss,t,x".split(",")
FAMILY_ENDINGS = ",,,son,man,er,ez,ski,ton,ley,ford,wood,berg,ini,ova,field".split(",")
GIVEN_ENDINGS = ",,a,ia,en,o,us,elle".split(",")


def invented(chance: random.Random, endings: list[str], syllables: list[int]) -> Iterator[str]:
    """Yield names of one to three syllables without end."""
    while True:
        parts = (
            chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)
            for _ in range(chance.choice(syllables))
        )
        yield ("".join(parts) + chance.choice(endings)).capitalize()


def distinct(common: list[str], names: Iterator[str], number: int, besides: Container[str]) -> list[str]:
    """Return so many different names, the common ones first."""
    found = dict.fromkeys(common)
    for name in names:
        if len(found) == number:
            return list(found)
        if len(name) > 2 and name.lower() not in besides:
            found[name] = None
    raise AssertionError("the names have no end")


def people(number: int, *, besides: Container[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield given and family names, always the same ones. The first family name is that of about one in a hundred.

    Syllables make “Pain”, too; names that are words of the vocabulary (`besides`) are left out.
    """
    chance = random.Random(6)
    families = distinct(COMMON_FAMILIES, invented(chance, FAMILY_ENDINGS, [1, 2, 2]), FAMILIES, besides)
    given = distinct(COMMON_GIVEN, invented(chance, GIVEN_ENDINGS, [1, 1, 2]), GIVEN, besides)
    family_weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(FAMILIES)))
    given_weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(GIVEN)))
    yield from zip(
        chance.choices(given, cum_weights=given_weights, k=number),
        chance.choices(families, cum_weights=family_weights, k=number),
        strict=True,
    )
