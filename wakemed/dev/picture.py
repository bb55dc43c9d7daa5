"""`make picture`: three pages of a running site beside each other, as the README shows them.

Needs Chromium and the sample content (`make run`, then this in another terminal; PORT=… is honored).
"""

import io
import os
import shutil
import sys

from PIL import Image, ImageOps
from playwright.sync_api import Error, ViewportSize, sync_playwright

from wakemed.running.site_processes import ROOT, say

PAGES = (
    "/conditions/tumors-of-the-spine/",
    "/find-a-doctor/?q=slipped+disc",
    "/appointments/request/",
)
PAGE_SIZE = ViewportSize(width=760, height=960)  # CSS pixels
SHOWN = (480, 606)  # pixels of each in the picture
GAP = 12
FILE = ROOT / "docs" / "picture.webp"


def main() -> int:
    """Write the picture; returns 1 when no site answers."""
    address = f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"
    browser_file = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), None)
    picture = Image.new("RGB", (len(PAGES) * (SHOWN[0] + GAP) + GAP, SHOWN[1] + 2 * GAP), "#d9dee3")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_file, args=["--no-sandbox"])
        page = browser.new_page(viewport=PAGE_SIZE, reduced_motion="reduce")
        for place, path in enumerate(PAGES):
            try:
                page.goto(address + path, wait_until="networkidle")
            except Error:
                say(f"No site answers at {address}. Start one first: make run")
                return 1
            if place:  # header and notices are in the first one
                page.evaluate("window.scrollTo(0, document.querySelector('main').offsetTop)")
            shot = Image.open(io.BytesIO(page.screenshot()))
            picture.paste(ImageOps.fit(shot.convert("RGB"), SHOWN), (GAP + place * (SHOWN[0] + GAP), GAP))
        browser.close()
    picture.save(FILE, quality=72, method=6)
    say(f"{FILE.relative_to(ROOT)}: {FILE.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
