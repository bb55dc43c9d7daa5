"""The first content of the directory: a real vocabulary, an invented hospital, invented clinics and physicians.

None of these people exist. Phone numbers are from 919-555-0100 to 919-555-0199 and NPIs start with 1000; neither
range is assigned.
"""

from .people import load_physicians
from .sample_clinics import load_locations
from .sample_hospital import load_hospital
from .vocabulary import load_vocabulary


def load(*, people: bool = True) -> None:
    """Create what doesn't exist yet; change nothing that exists.

    Without `people`, create only the hospital's row and the vocabulary, with which a real site can start.
    """
    load_hospital()
    load_vocabulary()
    if people:
        load_locations()
        load_physicians()
