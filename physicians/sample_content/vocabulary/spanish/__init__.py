"""What Spanish-speaking patients call the entries of the vocabulary.

Small words (“de”, “en la”) don't count, and neither do accents: “hernia de disco” is also “hernia en el disco”.
"""

from .spanish_conditions import SPANISH_CONDITIONS
from .spanish_languages import SPANISH_LANGUAGES
from .spanish_practices import SPANISH_PROCEDURES, SPANISH_SPECIALTIES

SPANISH_PHRASES = SPANISH_CONDITIONS | SPANISH_SPECIALTIES | SPANISH_PROCEDURES | SPANISH_LANGUAGES
