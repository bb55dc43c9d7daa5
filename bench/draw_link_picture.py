"""Draw the picture that social networks show beside a link: `python -m bench.draw_link_picture`.

It is the spine of the home page, lying across the picture, without words: so it fits every page and every hospital.
Run it after a change of the drawing or of the colors, look at the file, and commit it.
"""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
DRAWING = ROOT / "templates/spine/includes/spine_column.html"
PICTURE = ROOT / "wakemed/static/link-picture.png"
WIDTH, HEIGHT = 1200, 630  # pixels, as Open Graph asks for
COLORS = 32  # in the file, which keeps it small

# On the site's dark band (site.css), in the light colors of the drawing (drawing.css).
PAGE = """
<style>
  body { margin: 0; background: #0f2f33; }
  svg { display: block; width: 1200px; height: 618px; border-bottom: 12px solid #e08a5c; fill: none; }
  .column__sac { stroke: #4f7f86; stroke-width: 12; }
  .column__cord { stroke: #e08a5c; stroke-width: 6; stroke-linecap: round; }
  .column__nerves { stroke: #e08a5c; stroke-width: 1.5; }
  .column__disc { fill: #8ee0d6; }
  .column__region { stroke: #0f2f33; stroke-width: 2; stroke-linejoin: round; }
  .column__region--cervical { fill: #c2ddd8; }
  .column__region--thoracic { fill: #efe0c0; }
  .column__region--lumbar { fill: #f0cdb6; }
  .column__region--sacral { fill: #d9d2e8; }
</style>
<svg viewBox="0 0 1200 618">
  <g transform="translate(40 500) rotate(-90) scale(1.17)">%s</g>
</svg>
"""


def screenshot() -> bytes:
    """Return the drawing as a PNG in full color."""
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(PAGE % DRAWING.read_text())
        taken = page.screenshot()
        browser.close()
    return taken


def main() -> None:
    """Write the file."""
    picture = Image.open(io.BytesIO(screenshot())).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
    picture.save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
