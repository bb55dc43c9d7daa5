"""What several entries of the vocabulary have in common, and patients may want to do without: surgery, injections."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .word_sequence import words_in


@dataclass(frozen=True, kw_only=True)
class Practice:
    """A way to treat. `words` ask for it; `done_by` is in the names of the entries, or of who practices them.

    Without `done_by`, no profile says who does it. The page says so.
    """

    label: Promise  # the tag
    words: frozenset[str]
    done_by: re.Pattern[str] | None = None
    unknown: Promise | None = None


PRACTICES = [
    Practice(
        label=_("No surgery"),
        words=words_in(
            """
            surgery surgeries surgical surgically surgeon surgeons operation operations operate operates operated
            operating operative knife scalpel cirugia cirugias operacion operaciones operar operarme operarse operen
            opere opera operan operado operada quirurgico quirurgica cirujano cirujanos cirujana bisturi
            """
        ),
        done_by=re.compile(r"(?<!radio)surge(on|ry|ries)\b", re.IGNORECASE),
    ),
    Practice(
        label=_("No injections"),
        words=words_in(
            """
            injection injections inject injects injecting shot shots needle needles epidurals cortisone steroid
            steroids inyeccion inyecciones inyectar inyecta inyecten infiltracion infiltraciones infiltrar aguja
            agujas
            """
        ),
        done_by=re.compile(r"injection|nerve block", re.IGNORECASE),
    ),
    Practice(
        label=_("No pain pills"),
        words=words_in(
            """
            opioid opioids opiate opiates narcotic narcotics oxycodone oxycontin hydrocodone percocet vicodin
            tramadol morphine fentanyl codeine dilaudid painkiller painkillers pill pills medication medications
            medicine medicines medicina medicinas meds drug drugs opioide opioides narcotico narcoticos pastilla
            pastillas medicamento medicamentos droga drogas
            """
        ),
        unknown=_("Profiles don't say who prescribes pain pills. Ask when you call."),
    ),
]
