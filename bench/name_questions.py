"""Names as people type them, by kind, and who is right for each.

Written before the search was tuned to it. A query that fits several people equally well is answered by any of them:
everyone of the same name, everyone whose name would be typed the same in that kind (“J Smith” is every Smith whose
first name begins with J), and, for a mistyped name, everyone whose name is no farther from what was typed. Where the
order is plain, “Dr. Thomas James” or “James, Thomas”, James Thomas is someone else.
"""

import functools
import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bench import name_forms
from bench.called_names import CALLED
from physicians.search.parse import tokens

plain = functools.cache(tokens.plain)  # every question looks at everyone
COMPOUND = re.compile(r"[ '’-]|^Ma?c[A-Z]|^Delacruz|^Deleon")
LEAST_SHORT = 4  # letters that are left of a family name
Person = tuple[int, str, str]  # id, given and family name


@dataclass(frozen=True)
class NameQuestion:
    """What is typed, and the ids of those who are right."""

    kind: str
    text: str
    right: frozenset[int] = field(repr=False)


@functools.cache
def squashed(name: str) -> str:
    """Return the letters of a name, “mc” and “saint” in one spelling."""
    letters = re.sub(r"[^\w]", "", plain(name))
    return re.sub(r"^mac(?=\w{3})", "mc", re.sub(r"^(saint|st)(?=[a-z]{3})", "st", letters))


@functools.cache
def words(name: str) -> list[str]:
    """Return the words of a name in plain form."""
    return re.findall(r"\w+", plain(name))


def letters(name: str) -> int:
    """Return the letters of a name as bits. A mistake adds one of them at most, and takes one away."""
    return sum({1 << ord(letter) % 64 for letter in name})


def distance(one: str, other: str, most: int) -> int:
    """Return the letters that differ, neighbors that changed places counting once; more than `most` is `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        now = [place]
        for column, against in enumerate(other, start=1):
            cost = min(row[column] + 1, now[-1] + 1, row[column - 1] + (letter != against))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, row = row, now
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


class Asker:
    """Makes questions about a directory."""

    def __init__(self, people: Iterable[Person], seed: int) -> None:
        self.people = list(people)
        self.chance = random.Random(seed)
        self.by_family: dict[str, list[Person]] = {}
        for person in self.people:
            self.by_family.setdefault(plain(person[2]), []).append(person)
        self.letters = {name: letters(name) for name in self.by_family}
        self.compound = [who for who in self.people if COMPOUND.search(who[1]) or COMPOUND.search(who[2])]
        self.called = [person for person in self.people if person[1] in CALLED]

    def questions(self, number: int) -> list[NameQuestion]:
        """Return so many questions of each kind."""
        kinds: dict[str, Callable[[], tuple[str, frozenset[int]]]] = {
            "plain": self.plain,
            "misspelt": self.misspelt,
            "swapped": self.swapped,
            "nickname": self.nickname,
            "initial": self.initial,
            "short": self.short,
            "split": self.split,
        }
        return [NameQuestion(kind, *make()) for kind, make in kinds.items() for _ in range(number)]

    def who(self, fits: Callable[[Person], bool], among: Iterable[Person] | None = None) -> frozenset[int]:
        """Return the ids of those who fit."""
        return frozenset(person[0] for person in (self.people if among is None else among) if fits(person))

    def called_so(self, given: str, family: str) -> frozenset[int]:
        """Return everyone of this given and this family name."""
        whole = [squashed(given), squashed(family)]
        return self.who(lambda who: [squashed(who[1]), squashed(who[2])] == whole, self.by_family[plain(family)])

    def same(self, given: str, family: str) -> frozenset[int]:
        """Return everyone called so, in either order."""
        whole = sorted([squashed(given), squashed(family)])
        among = [*self.by_family.get(plain(family), ()), *self.by_family.get(plain(given), ())]
        return self.who(lambda person: sorted([squashed(person[1]), squashed(person[2])]) == whole, among)

    def plain(self) -> tuple[str, frozenset[int]]:
        """“Ana Núñez”, “dr. ana nunez md”, “ANA B. NUNEZ MD”."""
        _pk, given, family = self.chance.choice(self.people)
        return name_forms.in_order(self.chance, given, family), self.called_so(given, family)

    def swapped(self) -> tuple[str, frozenset[int]]:
        """“Núñez Ana”, “NUNEZ, ANA B MD”."""
        _pk, given, family = self.chance.choice(self.people)
        text = name_forms.family_first(self.chance, given, family)
        return text, self.called_so(given, family) if "," in text else self.same(given, family)

    def misspelt(self) -> tuple[str, frozenset[int]]:
        """A slip of the fingers, or a name as it sounds: in the family name, in the given name, or in both."""
        _pk, given, family = self.chance.choice([person for person in self.people if len(person[2]) > 3])
        which = self.chance.choice(["family", "family", "given", "both"])
        typed_given = name_forms.mistaken(self.chance, given) if which != "family" and len(given) > 3 else given
        typed_family = name_forms.mistaken(self.chance, family) if which != "given" or typed_given == given else family
        one, other = plain(typed_given), plain(typed_family)
        most = distance(one, plain(given), 9) + distance(other, plain(family), 9)

        def within(first: str, last: str) -> frozenset[int]:
            its = letters(last)
            near = [
                who
                for name, theirs in self.letters.items()
                if (its & ~theirs).bit_count() <= most and (theirs & ~its).bit_count() <= most
                if distance(last, name, most) <= most
                for who in self.by_family[name]
            ]
            return self.who(
                lambda who: distance(first, plain(who[1]), most) + distance(last, plain(who[2]), most) <= most, near
            )

        title = self.chance.choice(["", "", "", "Dr. "])
        return f"{title}{typed_given} {typed_family}", within(one, other) | within(other, one)

    def nickname(self) -> tuple[str, frozenset[int]]:
        """“Bill Smith” for William Smith."""
        _pk, given, family = self.chance.choice(self.called)
        typed = self.chance.choice(CALLED[given].split())
        its = self.by_family[plain(family)]
        return f"{typed} {family}", self.who(
            lambda who: plain(who[1]) == plain(typed) or typed in CALLED.get(who[1], "").split(), its
        )

    def initial(self) -> tuple[str, frozenset[int]]:
        """“A Núñez”, “Núñez A.”."""
        _pk, given, family = self.chance.choice(self.people)
        letter = given[0]
        text = self.chance.choice([f"{letter} {family}", f"{letter}. {family}", f"{family} {letter}"])
        return text, self.who(lambda who: plain(who[1])[0] == plain(letter), self.by_family[plain(family)])

    def short(self) -> tuple[str, frozenset[int]]:
        """The family name alone, or one of the names cut short."""
        _pk, given, family = self.chance.choice(self.people)
        how = self.chance.choice(["alone", "given", "family"])
        if how == "given" and len(given) > 4:
            begun = plain(given)[:3]
            return f"{begun} {family}", self.who(
                lambda who: plain(who[1]).startswith(begun), self.by_family[plain(family)]
            )
        if how == "family" and len(family) > LEAST_SHORT + 1:
            begun = plain(family)[:LEAST_SHORT]
            return f"{given} {begun}", self.who(
                lambda who: plain(who[1]) == plain(given) and any(
                    each.startswith(begun) for each in [*words(who[2]), plain(who[2])])
            )  # fmt: skip
        return family, self.who(lambda who: squashed(family) in {squashed(who[2]), *map(squashed, words(who[2]))})

    def split(self) -> tuple[str, frozenset[int]]:
        """A name of several parts glued, spaced, by one half, or “Saint” for “St.” and “Mac” for “Mc”.

        Sometimes the whole is run together.
        """
        _pk, given, family = self.chance.choice(self.compound)
        if self.chance.random() < 0.15:
            return plain(given + family).replace(" ", ""), self.same(given, family)
        parts = words(re.sub(r"['’]", " ", re.sub(r"^(Ma?c)(?=[A-Z])", r"\1 ", family)))
        how = self.chance.choice(["glued", "spaced", "half", "other"])
        if len(parts) > 1 and how == "half" and "-" in family:
            half = self.chance.choice(words(family))
            return f"{given} {half}", self.who(lambda who: plain(who[1]) == plain(given) and half in words(who[2]))
        typed = "".join(parts) if how == "glued" else " ".join(parts)
        first = "".join(words(given)) if self.chance.random() < 0.5 else " ".join(words(given))
        text = self.chance.choice([f"{first} {typed}", f"{typed}, {first}", f"Dr. {first} {typed}"])
        return text if how != "other" else name_forms.written_otherwise(text), self.who(
            lambda who: squashed(who[1]) == squashed(given) and squashed(who[2]) == squashed(family)
        )
