"""Words that sound like a word of the signs."""

# Ordinary words that people type for one of ours. They are read as both.
SOUND_ALIKE = {
    "hart": "heart", "their": "there", "theyre": "there", "fell": "feel", "feal": "feel", "pea": "pee", "pane": "pain",
    "worst": "worse", "quite": "quit", "bowl": "bowel", "bowls": "bowels", "bowles": "bowels", "sever": "severe",
    "waste": "waist", "brake": "broke", "loose": "lose", "loosing": "losing", "breath": "breathe", "grown": "groin",
    "lags": "legs", "weekness": "weakness", "num": "numb", "dieing": "dying", "goodby": "goodbye",
    "ciento": "siento", "devil": "debil", "deviles": "debiles", "boy": "voy", "callo": "cayo", "oy": "hoy",
    "ora": "hora", "asta": "hasta", "serebral": "cerebral", "aser": "hacer",
}  # fmt: skip

# Letters of Spanish that sound alike, and what both become.
SOUNDS = (
    ("ch", "1"), ("h", ""), ("qu", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"), ("v", "b"), ("ll", "y"),
    ("ge", "je"), ("gi", "ji"), ("rr", "r"), ("ss", "s"), ("nn", "n"), ("x", "s"), ("w", "u"),
)  # fmt: skip


def sound_of(word: str) -> str:
    """Return how a word sounds in Spanish, roughly: “kiero” and “quiero” are the same, “aser” and “hacer” too."""
    for letters, sound in SOUNDS:
        word = word.replace(letters, sound)
    return word
