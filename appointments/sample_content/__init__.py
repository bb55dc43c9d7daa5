"""The first content of the request flow: its wording, hours for the invented physicians, and message templates."""

from .first_templates import load_templates
from .first_wording import load
from .sample_hours import load_availability

__all__ = ["load", "load_availability", "load_templates"]
