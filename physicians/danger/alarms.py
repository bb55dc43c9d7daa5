"""What was found in someone's words."""

from dataclasses import dataclass

from django.utils.functional import Promise

from physicians.models import DangerCard

SPANISH = "es"


@dataclass(frozen=True)
class Alarm:
    """One sign that is in the words. `words` are the typed ones that matched it."""

    card: str  # a DangerCard
    sign: str | Promise
    words: str
    language: str
    added: bool = False  # a phrase that an editor has added
    also: str = ""  # who else helps

    @property
    def card_name(self) -> str:
        """Return the card in words."""
        return str(DangerCard(self.card).label)


@dataclass(frozen=True)
class Danger:
    """The alarms of a text; false without one."""

    alarms: tuple[Alarm, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.alarms)

    @property
    def emergency(self) -> bool:
        """Return True if the 911 card belongs first."""
        return any(alarm.card == DangerCard.EMERGENCY for alarm in self.alarms)

    @property
    def crisis(self) -> bool:
        """Return True if the crisis line belongs first."""
        return any(alarm.card == DangerCard.CRISIS for alarm in self.alarms)

    @property
    def emergency_only(self) -> bool:
        """Return True if no one's will to live is in doubt: who says that it's an old matter may see doctors."""
        return self.emergency and not self.crisis

    @property
    def poison(self) -> bool:
        """Return True if 911 comes before the crisis line, with Poison Help beside it."""
        return any(alarm.also == "poison" for alarm in self.alarms)

    @property
    def surgery(self) -> bool:
        """Return True if the surgeon's office helps where 911 isn't needed."""
        return any(alarm.also == "surgery" for alarm in self.alarms)

    @property
    def spanish(self) -> bool:
        """Return True if the cards also speak Spanish. “911” and “confusion” are words of both languages."""
        others = {alarm.words for alarm in self.alarms if alarm.language != SPANISH}
        return any(alarm.language == SPANISH and alarm.words not in others for alarm in self.alarms)
