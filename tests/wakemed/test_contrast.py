"""The colors of the look keep the contrast that it promises: 7:1 for text, 3:1 for what is not text."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

TEXT = [
    *(
        (text, background)
        for text in ("ink", "ink-soft", "link", "accent-text", "danger")
        for background in ("paper", "surface", "tint", "sand")
    ),
    ("danger", "danger-surface"),
    ("ink", "danger-surface"),
    ("ink", "success-surface"),
    ("ink-soft", "success-surface"),
    ("success", "success-surface"),
    ("success", "surface"),
    *(("ink", f"tone-{tone}") for tone in ("clay", "moss", "sky", "plum", "sand", "sea")),
    ("paper", "ink"),
    ("on-action", "action"),
    ("on-action", "action-hover"),
    ("on-danger", "danger"),
    ("on-danger", "danger-hover"),
    ("on-warning", "warning-surface"),
    ("on-info", "info-surface"),
    ("on-band", "band"),
    ("band-soft", "band"),
    ("band-action", "band"),
    ("on-band-action", "band-action"),
]
NOT_TEXT = [
    *((edge, background) for edge in ("edge", "accent", "action") for background in ("paper", "surface", "tint")),
    ("focus", "focus-halo"),
]


@pytest.fixture(scope="module")
def themes():
    """Return the tokens of both themes; dark holds only what differs from light."""
    css = Path(finders.find("css/site.css")).read_text()
    tokens = css[css.index("@layer tokens {") : css.index("@layer reset {")]
    light, dark = tokens.split("@media screen and (prefers-color-scheme: dark)")
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", half)) for half in (light, dark))
    return {"light": light, "dark": light | dark}


def luminance(color):
    """WCAG 2.2, relative luminance."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_right():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "background"), TEXT)
def test_text_stands_out_seven_to_one(themes, theme, text, background):
    assert contrast(themes[theme][text], themes[theme][background]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "background"), NOT_TEXT)
def test_edges_and_marks_stand_out_three_to_one(themes, theme, mark, background):
    assert contrast(themes[theme][mark], themes[theme][background]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("background", ["paper", "surface", "tint", "band", "action", "danger"])
def test_one_of_the_two_focus_rings_shows_on_every_background(themes, theme, background):
    rings = (themes[theme]["focus"], themes[theme]["focus-halo"])
    assert max(contrast(ring, themes[theme][background]) for ring in rings) >= 3
