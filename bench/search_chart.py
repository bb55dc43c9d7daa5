"""Latency against size: a small drawing that is right in light and dark."""

import math

PANELS = ["full name", "name with a typing mistake", "phrase, accepting, language", "suggestions"]
SERIES = {"directory": "Directory", "bare": "Bare SQL", "wagtail": "Wagtail"}
WIDTH, HEIGHT, LEFT, TOP, GAP = 150, 180, 62, 64, 44  # of a panel, and around it

STYLE = """
  svg { background: #fff }
  text { font: 13px system-ui, sans-serif; fill: #1b2733 }
  .small { font-size: 12px }
  .grid { stroke: #c9d2da; stroke-width: 1 }
  .line { fill: none; stroke-width: 2.5 }
  .directory { stroke: #00567d } circle.directory { fill: #00567d }
  .bare { stroke: #5c5c5c; stroke-dasharray: 6 4 } circle.bare { fill: #5c5c5c; stroke-dasharray: none }
  .wagtail { stroke: #a33a00; stroke-dasharray: 2 3 } circle.wagtail { fill: #a33a00; stroke-dasharray: none }
  @media (prefers-color-scheme: dark) {
    svg { background: #12181f } text { fill: #e6edf3 } .grid { stroke: #38444f }
    .directory { stroke: #7cc7ee } circle.directory { fill: #7cc7ee }
    .bare { stroke: #b5b5b5 } circle.bare { fill: #b5b5b5 }
    .wagtail { stroke: #ffa978 } circle.wagtail { fill: #ffa978 }
  }
"""

Found = dict[int, dict[str, dict[str, float]]]


def draw(found: Found) -> str:
    """Return the drawing. `found` has the p95 in milliseconds by size, kind of question and contender."""
    sizes = sorted(found)
    values = [value for size in sizes for kind in PANELS for value in found[size][kind].values() if value > 0]
    bottom, top = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def across(panel: int, size: int) -> float:
        spread = math.log10(sizes[-1] / sizes[0])
        return LEFT + panel * (WIDTH + GAP) + 10 + (WIDTH - 20) * math.log10(size / sizes[0]) / spread

    def down(milliseconds: float) -> float:
        share = (math.log10(milliseconds) - bottom) / (top - bottom)
        return TOP + HEIGHT * (1 - share)

    width = LEFT + len(PANELS) * (WIDTH + GAP)
    height = TOP + HEIGHT + 64
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' role="img" aria-labelledby="title described">',
        '<title id="title">Latency of the search against the number of physicians</title>',
        f'<desc id="described">{described(found)}</desc>',
        f"<style>{STYLE}</style>",
        f'<text x="{LEFT}" y="20">95 of 100 answers come within so many milliseconds in PostgreSQL</text>',
    ]
    for panel, kind in enumerate(PANELS):
        begin = LEFT + panel * (WIDTH + GAP)
        lines.append(f'<text class="small" x="{begin}" y="{TOP - 12}">{kind.capitalize()}</text>')
        for power in range(bottom, top + 1):
            height_of = down(10**power)
            lines.append(
                f'<line class="grid" x1="{begin}" x2="{begin + WIDTH}" y1="{height_of:.1f}" y2="{height_of:.1f}"/>'
            )
            if panel == 0:
                lines.append(
                    f'<text class="small" x="{LEFT - 8}" y="{height_of + 4:.1f}" text-anchor="end">'
                    f"{said_time(power)}</text>"
                )
        lines += [
            f'<text class="small" x="{across(panel, size):.1f}" y="{TOP + HEIGHT + 18}" text-anchor="middle">'
            f"{said_size(size)}</text>"
            for size in sizes
        ]
        for series in SERIES:
            points = [
                (across(panel, size), down(found[size][kind][series]))
                for size in sizes
                if found[size][kind].get(series, 0) > 0
            ]
            path = " ".join(f"{right:.1f},{below:.1f}" for right, below in points)
            lines.append(f'<polyline class="line {series}" points="{path}"/>')
            lines += [
                f'<circle class="{series}" cx="{right:.1f}" cy="{below:.1f}" r="3.5"/>' for right, below in points
            ]
    for place, (series, name) in enumerate(SERIES.items()):
        begin, below = LEFT + place * 130, height - 16
        lines.append(f'<line class="line {series}" x1="{begin}" x2="{begin + 34}" y1="{below - 4}" y2="{below - 4}"/>')
        lines.append(f'<text x="{begin + 42}" y="{below}">{name}</text>')
    return "\n".join([*lines, "</svg>", ""])


def described(found: Found) -> str:
    """Return the figures in words, for those who do not see the drawing."""
    sentences = [
        f"{kind.capitalize()}, {size:,} physicians: "
        + ", ".join(f"{name} {found[size][kind][series]:,.0f} ms" for series, name in SERIES.items())
        for kind in PANELS
        for size in sorted(found)
    ]
    return ". ".join(sentences) + "."


def said_time(power: int) -> str:
    """Return a power of ten of milliseconds in a few letters."""
    return f"{10 ** (power - 3):,} s" if power >= 3 else f"{10**power:g} ms"


def said_size(size: int) -> str:
    """Return a number of physicians in a few letters."""
    return f"{size // 1_000_000}M" if size >= 1_000_000 else f"{size // 1000}k" if size >= 1000 else str(size)
