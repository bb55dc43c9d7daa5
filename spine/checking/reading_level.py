"""The school grade a text reads at: the Flesch-Kincaid grade (Kincaid and others, 1975), for English."""

import re

TARGET_GRADE = 8
ENOUGH_WORDS = 100  # with fewer, the grade is mostly chance
WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?<![aeiouyl])e$|(?<=[aeiouy])le$|(?<![td])ed$")


def syllables(word: str) -> int:
    """Estimate how many syllables a word has; at least one."""
    return max(1, len(VOWELS.findall(SILENT_END.sub("", word.lower()))))


def grade(paragraphs: list[str]) -> float | None:
    """Return the grade at which students read these with ease, or None for too little text.

    Each paragraph or list item ends a sentence, whether or not it ends with a period.
    """
    words = [word for paragraph in paragraphs for word in WORD.findall(paragraph)]
    if len(words) < ENOUGH_WORDS:
        return None
    sentences = sum(max(1, len(SENTENCE_END.findall(paragraph))) for paragraph in paragraphs)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
