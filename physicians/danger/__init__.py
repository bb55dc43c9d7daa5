"""Words that need help before any doctor: 911, or the crisis line 988.

`find_danger(text)` reads what someone typed, in English or Spanish, and says which card to show and why. The
directory, the search of the site, the request form and the desk ask it; it imports none of them.

1. `typed_words`: the text becomes words, with the places where sentences end.
2. `misspellings`: a word that is neither ours nor an ordinary one may be a misspelling of ours.
3. `text_reading`, `sign_matching`: a phrase is there when a word of each of its groups is near the others, in any
   order.
4. `excuses`: a match that is denied, over long ago, feared or only asked about is no danger (`calm_words`,
   `surgery_questions`).

The signs are data: `english_…` and `spanish_…`, each with its list of words, signs of the spine, other emergencies and
crises. `sign_notation` says how to read and write them. Editors add phrases in the CMS (`added_phrases`); they can
only add alarms.
`clinician_signs` reads what clinicians write, with the same notation: no card comes, a nurse looks at the request.
Decision: docs/decisions/0016-words-of-danger.md. How to add a sign: docs/how-to/add-a-sign-of-danger.md.
"""

from .alarms import Alarm, Danger
from .clinician_signs import find_clinician_signs
from .detector import find_danger, find_known_danger

__all__ = ["Alarm", "Danger", "find_clinician_signs", "find_danger", "find_known_danger"]
