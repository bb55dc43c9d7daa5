"""The picture that a social network shows beside a link to a page: its title, the hospital's name, a drawing.

Its address holds a hash of everything that is drawn, so that it can be kept for ever, and a title that is edited has
a picture of its own. Only the address of the title as it is now makes any work.
"""

import functools
import hashlib
import io

from django.conf import settings
from django.core.cache import caches
from django.urls import reverse
from PIL import Image, ImageDraw, ImageFont
from wagtail.coreutils import string_to_ascii
from wagtail.models import Page

from physicians.models import Organization

WIDTH, HEIGHT = 1200, 630  # pixels
EDGE = 80  # left and right of the text
TEXT_WIDTH = 760
TEXT_TOP, TEXT_BOTTOM = 110, 600  # the title stands in the middle between them
LINE = 1.18  # of the size
LONGEST = 200  # characters of a title
DRAWING = 1  # raise it when the picture changes: every address changes with it

# The site's colors (site.css: --band, --on-band, --band-soft, and lighter shades of --link and --accent).
BAND, WORDS, SOFT, BONE, ACCENT = "#0f2f33", "#f3f8f6", "#c4d7d3", "#8ee0d6", "#e08a5c"
# Vertebrae, as in templates/includes/mark.html: middle (x, y), size (width, height), corner, turn in degrees.
VERTEBRAE = [
    (10.6, 4.4, 11.6, 5.6, 2.0, 2),
    (12.1, 12.2, 12.4, 6.0, 2.2, -14),
    (14.3, 20.6, 13.2, 6.6, 2.4, -5),
    (13.2, 29.4, 14.2, 7.0, 2.6, 13),
    (10.8, 38.8, 15.0, 7.6, 2.7, 7),
]
MARKED = 2  # the one in the accent color
SCALE, LEFT, TOP = 12, 835, 45  # of the drawing
FINE = 3  # times as large at first, for smooth edges


def name_on(organization: Organization | None) -> str:
    """Return the hospital's name."""
    return str(organization.name if organization else settings.HOSPITAL_NAME)


def version(title: str, name: str) -> str:
    """Return the hash of what is drawn, 16 hexadecimal digits."""
    return hashlib.sha256(f"{DRAWING}\n{name}\n{title}".encode(errors="replace")).hexdigest()[:16]


def address_of_image(page: Page, organization: Organization | None) -> str:
    """Return the address of a page's picture, without the site's origin."""
    return reverse("spine:social_image", args=[page.pk, version(page.title, name_on(organization))])


def png(title: str, name: str) -> bytes:
    """Return the picture, drawn at most once in a while by each process."""
    key = f"social-image-{version(title, name)}"
    return bytes(caches["process"].get_or_set(key, lambda: draw(title[:LONGEST], name), 60 * 60) or b"")


def draw(title: str, name: str) -> bytes:
    """Draw the picture; the same words give the same bytes."""
    image = background().copy()
    pen = ImageDraw.Draw(image)
    pen.text((EDGE, 80), fitted_line(drawable(name), 38), font=font(38), fill=SOFT, anchor="ls")
    size, lines = fit(drawable(title))
    middle = (TEXT_TOP + TEXT_BOTTOM) / 2 - (len(lines) - 1) * size * LINE / 2
    for number, line in enumerate(lines):
        place = (EDGE, middle + number * size * LINE)
        pen.text(place, line, font=font(size), fill=WORDS, anchor="lm", stroke_width=1)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def drawable(text: str) -> str:
    """Return the text in the letters that the typeface has: “Núñez” is drawn as “Nunez”."""
    return string_to_ascii(text)


@functools.cache
def background() -> Image.Image:
    """Return what all pictures have in common."""
    image = Image.new("RGB", (WIDTH, HEIGHT), BAND)
    for number, vertebra in enumerate(VERTEBRAE):
        paste_vertebra(image, vertebra, ACCENT if number == MARKED else BONE)
    ImageDraw.Draw(image).rectangle((0, HEIGHT - 12, WIDTH, HEIGHT), fill=ACCENT)
    return image


def paste_vertebra(image: Image.Image, vertebra: tuple[float, ...], color: str) -> None:
    """Draw one vertebra with its process, turned around its middle."""
    x, y, width, height, corner, turn = vertebra
    unit = SCALE * FINE
    middle = 17 * unit  # its process ends 16 units from its middle
    shape = Image.new("L", (2 * middle, 2 * middle))
    pen = ImageDraw.Draw(shape)
    right, half = width * unit / 2, height * unit / 2
    pen.rounded_rectangle((middle - right, middle - half, middle + right, middle + half), corner * unit, fill=255)
    start = middle + right + 0.9 * unit
    process = (start, middle - 0.4 * half, start + 1.04 * right, middle + 0.5 * half)
    pen.rounded_rectangle(process, 1.5 * unit, fill=255)
    size = 2 * middle // FINE
    mask = shape.rotate(-turn, Image.Resampling.BILINEAR).resize((size, size), Image.Resampling.BOX)
    image.paste(color, (round(LEFT + x * SCALE - size / 2), round(TOP + y * SCALE - size / 2)), mask)


def fit(title: str) -> tuple[int, list[str]]:
    """Return the largest size at which the title takes few lines, and the lines; the last size cuts what is over."""
    for size, most in ((92, 3), (72, 4), (56, 7)):
        lines = wrapped(title, size)
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], fitted_line(f"{lines[most - 1]} …", size)]


def wrapped(title: str, size: int) -> list[str]:
    """Return the title in lines of TEXT_WIDTH; a word that is longer than a line is cut."""
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font(size).getlength(longer) <= TEXT_WIDTH:
            lines[-1] = longer
        else:
            lines.append(fitted_line(word, size))
    return lines


def fitted_line(text: str, size: int) -> str:
    """Return as much of the text as a line holds, with an ellipsis for the rest."""
    if font(size).getlength(text) <= TEXT_WIDTH:
        return text
    while text and font(size).getlength(f"{text}…") > TEXT_WIDTH:
        text = text[:-1]
    return f"{text.rstrip(' …')}…"


@functools.lru_cache(maxsize=8)
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the typeface that comes with Pillow, in pixels."""
    typeface = ImageFont.load_default(size)
    assert isinstance(typeface, ImageFont.FreeTypeFont)  # noqa: S101
    return typeface
