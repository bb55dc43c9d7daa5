"""What no form sends: named values, and any number of others from a seed."""

import itertools

HOSTILE = {
    "NUL": "a\0b",
    "percent NUL": "%00",
    "100 kB": "x" * 100_000,
    "a dash": "-",
    "dashes": "chase-",
    "a negation": "-x",
    "a backslash": "\\",
    "a quote": '"',
    "a dash in quotes": '"-"',
    "an apostrophe": "'",
    "an asterisk": "*",
    "a bracket": "(",
    "brackets and signs": "(((&|!:*<->",
    "an address in angles": "<a@b>",
    "markup": "<script>alert(1)</script>",
    "SQL": "'; DROP TABLE physicians_physician; --",
    "emoji": "🦴🩻",
    "right to left": "\u202e\u05e2\u05d1\u05e8",
    "combining": "Z\u0351\u036b" * 200,
    "a huge number": "9" * 40,
    "a negative number": "-1",
    "not a number": "NaN",
    "a list": "[]",
    "a template": "{{ 7|add:7 }} {% now 'Y' %}",
    "a stop word": "the",
    "spaces": " \t\u00a0\u200b ",
    "an encoding": "%F0%28%8C%28",
    "a format": "%s%n{0}",
}
ODD = (
    *("", " ", "0", "-0", "00", "2147483648", "9223372036854775808", "9" * 5000, "1e999", "0x10", "1_000", "½", "²"),
    *("true", "null", "None", "undefined", "Infinity", "-Infinity", "1.5", "1,5", "+1", "٣", "\uff11"),
    *("0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-11-01T01:30", "02/30/2026"),
    *("12/31/9999", "25:61", "99991231T2359", "now", "2026-11-30 09:00+99:99", "1-1-99991231T2359", "--", "-1-"),
    *("{", "[", "{}", "[[1]]", '{"a": {"b": null}}', '"\\ud800"', "[" * 3000, '{"blocks": [{"text": 1}]}', "1e5000"),
    *("..", "../../etc/passwd", "//example.com", "https://example.com/", "javascript:alert(1)", "file:///etc/passwd"),
    *("a@b", "a@" + "b" * 300 + ".com", "\r\nX-A: b", "\n", "\t", "\x7f", "\ufeff", "\u2028", "\ufffe", "İ", "ﬁ", "ß"),
    *("%", "%s", "%(a)s", "{0}", "{0.__class__}", "{{", "{%", "$(id)", "`id`", "${7*7}", "<!--", "&#0;", "&amp;"),
    *("__class__", "pk", "id__in", "-pk", "?", "#", ";", "|", "&", "=", "a=b&c=d", "a" * 257, "é" * 70_000),
)  # fmt: skip
LONE_SURROGATE = "\ud800"  # sent as bytes that are not UTF-8
LETTERS = [chr(code) for code in itertools.chain(range(1, 0x250), range(0x2000, 0x2070), range(0x1F600, 0x1F610))]


def any_value(chance, usual=""):
    """Return a value that a form doesn't send, from a generator of random numbers; `usual` is what it does send."""
    kind = chance.randrange(8)
    if kind < 2:
        return chance.choice(list(HOSTILE.values()))
    if kind < 5:
        return chance.choice(ODD)
    if kind == 5:
        return "".join(chance.choices(LETTERS, k=chance.randrange(1, 60)))
    if kind == 6:
        return LONE_SURROGATE + usual
    return chance.choice([usual + "\0", usual * 2, usual[::-1], f"-{usual}", f"{usual}'", f" {usual} ", usual[:-1]])
