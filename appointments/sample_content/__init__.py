"""The first content of the request flow: its wording, and hours for the invented physicians."""

from .availability import load_availability
from .wording import load

__all__ = ["load", "load_availability"]
