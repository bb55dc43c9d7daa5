"""A question about what surgery can do: “can spine surgery cause incontinence”. Nobody in it has the sign."""

from .typed_words import FILLERS, TypedText

ASKS = frozenset("can could does do will would may might puede pueden podria".split())
PROCEDURES = frozenset(
    (
        "surgery surgeries operation operations fusion fusions laminectomy discectomy microdiscectomy laminoplasty "
        "foraminotomy decompression kyphoplasty vertebroplasty injection injections epidural epidurals stimulator "
        "cirugia cirugias operacion operaciones laminectomia discectomia inyeccion inyecciones"
    ).split()
)
CAUSES = frozenset(
    "cause causes lead leads result make makes leave leaves causar causa provocar provoca producir dejar deja".split()
)
ADJECTIVES = frozenset("permanent temporary long term lasting permanente temporal".split())
# With one of these the question is about a person, or about now.
PERSONAL = frozenset(
    (
        "i im ive my me myself mine we our he she his her him they their mom dad wife husband mother "
        "father son daughter "
        "yo mi mis tengo su esposo esposa mama papa "
        "now today tonight yesterday since after later still started suddenly help hour hours day days week weeks "
        "month months ahora hoy ayer anoche desde despues repente dia dias semana semanas mes meses ayuda"
    ).split()
)


def asks_about_surgery(text: TypedText, matched: set[int]) -> bool:
    """Return True if the text only asks whether surgery leads to the match. In doubt it doesn't."""
    if any(word.text in PERSONAL for word in text.words):
        return False
    before = [word.text for word in text.words[: min(matched)]]
    while before and (before[-1] in FILLERS or before[-1] in ADJECTIVES):
        before.pop()
    return bool(before) and before[-1] in CAUSES and not ASKS.isdisjoint(before) and not PROCEDURES.isdisjoint(before)
