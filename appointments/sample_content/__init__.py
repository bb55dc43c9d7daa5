"""The first content of the request flow: its wording, and hours for the invented physicians."""

from .first_wording import load
from .sample_hours import load_availability

__all__ = ["load", "load_availability"]
