"""The first content of the directory: a real vocabulary, an invented hospital, invented clinics and physicians.

Nobody here exists. Phone numbers come from 919-555-0100 to 919-555-0199 and NPIs start with 1000: neither
range is given out.
"""

from .people import load_physicians
from .sample_clinics import load_locations
from .sample_hospital import load_hospital
from .vocabulary import load_vocabulary


def load(*, people: bool = True) -> None:
    """Create what does not exist yet; what exists is left as it is.

    Without `people` only the hospital's row and the vocabulary, which a real site can begin with.
    """
    load_hospital()
    load_vocabulary()
    if people:
        load_locations()
        load_physicians()
