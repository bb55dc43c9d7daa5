"""What an explanation is made of."""

from dataclasses import dataclass, field

MOST_LISTED = 12  # of one kind of thing


@dataclass(frozen=True)
class Fact:
    """One thing that a stage found out. `technical`: it says something to programmers only."""

    label: str
    values: list[str]
    technical: bool = False


@dataclass(frozen=True)
class ExplainedStage:
    """One stage: its name in the code, its title in words, and what it found out."""

    name: str
    title: str
    milliseconds: float
    facts: list[Fact] = field(default_factory=list)

    @property
    def plain_facts(self) -> list[Fact]:
        """Return what editors understand."""
        return [fact for fact in self.facts if not fact.technical]


def known_facts(*facts: Fact) -> list[Fact]:
    """Return the facts that say something."""
    return [fact for fact in facts if fact.values]
