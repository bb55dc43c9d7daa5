"""The process that saves a picture again: `python -m spine.uploads.picture_process KIND PIXELS`.

A few bytes can decode to gigabytes, and decoders are old C code. Nothing in a thread of the web server can stop that,
but the kernel can stop a process. The file comes on standard input. The new one, on standard output, holds nothing but
pixels: no position, no description, no name of a camera. It's turned upright, in sRGB, and at most LONGEST_SIDE long.
Otherwise the exit code says why not. Uses no Django settings.
"""

import io
import resource
import sys

from PIL import AvifImagePlugin, Image, ImageCms, ImageOps, UnidentifiedImageError

NO_PICTURE, DAMAGED, TOO_LARGE, MOVES = 3, 4, 5, 6
MOST_SECONDS = 20  # of processor time
MOST_MEMORY = 768 * 1024 * 1024
LONGEST_SIDE = 3200  # pixels: twice the width of our widest pictures. It also bounds what each rendition costs
# The end of a file's name: Pillow's name for what must be in it, and the end of the new file's name.
KINDS = {
    "jpg": ("JPEG", "jpg"),
    "jpeg": ("JPEG", "jpeg"),
    "png": ("PNG", "png"),
    "gif": ("GIF", "png"),
    "webp": ("WEBP", "webp"),
    "avif": ("AVIF", "webp"),
}
# These two are decoded into several copies at once.
HEAVY = {"WEBP", "AVIF"}
HEAVY_PIXELS = 16_000_000
SAVING = {"jpg": ("JPEG", {"quality": 92}), "jpeg": ("JPEG", {"quality": 92}), "webp": ("WEBP", {"quality": 90})}


class TooLargeError(Exception):
    """The picture has too many pixels."""


class MovesError(Exception):
    """The picture has several frames."""


def cleaned(content: bytes, kind: str, most_pixels: int) -> bytes:
    """Return the picture as it may be kept; raises TooLargeError, MovesError, or whatever a decoder raises.

    `kind` is the end of the file's name, a key of KINDS.
    """
    name, new_kind = KINDS[kind]
    picture: Image.Image = Image.open(io.BytesIO(content), formats=[name])
    if picture.width * picture.height > min(most_pixels, HEAVY_PIXELS if name in HEAVY else most_pixels):
        raise TooLargeError
    # A JPEG with several frames (MPO) is a phone's: the first frame is the picture.
    if name != "JPEG" and getattr(picture, "is_animated", False):
        raise MovesError
    if max(picture.size) > LONGEST_SIDE:
        picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded smaller
    picture.load()
    profile = picture.info.get("icc_profile")
    picture = _with_plain_colors(picture)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    picture = _in_srgb(ImageOps.exif_transpose(picture), profile)
    if new_kind in {"jpg", "jpeg"} and picture.mode not in {"L", "RGB"}:
        picture = picture.convert("RGB")
    picture.info = {}
    file_format, options = SAVING.get(new_kind, ("PNG", {}))
    kept = io.BytesIO()
    picture.save(kept, file_format, **options)
    return kept.getvalue()


def _with_plain_colors(picture: Image.Image) -> Image.Image:
    """Return the picture in gray or colors of eight bits, with or without transparency, or in CMYK."""
    if picture.mode in {"L", "LA", "RGB", "RGBA", "CMYK"}:
        transparent = "transparency" in picture.info
        return picture.convert("RGBA") if transparent and picture.mode in {"L", "RGB"} else picture
    if picture.mode.startswith("I"):  # sixteen bits of gray
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in {"1", "F"}:
        return picture.convert("L")
    return picture.convert("RGBA" if "transparency" in picture.info or picture.mode in {"PA", "La", "RGBa"} else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture with its colors as every screen shows them; a broken profile is left out."""
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK"}:
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def main() -> int:
    """Read, write and return the exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Image.MAX_IMAGE_PIXELS = None  # cleaned() counts them itself
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # each reserves memory of its own
    try:
        content = cleaned(sys.stdin.buffer.read(), sys.argv[1], int(sys.argv[2]))
    except UnidentifiedImageError:
        return NO_PICTURE
    except (MemoryError, TooLargeError):
        return TOO_LARGE
    except MovesError:
        return MOVES
    except Exception:  # a decoder may raise anything
        return DAMAGED
    sys.stdout.buffer.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
