"""Pictures that are uploaded: a sentence for each that can't be kept, and of the others only what is seen is kept."""

import io
import struct
import subprocess
import sys
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.urls import reverse
from PIL import Image as Pillow
from PIL import PngImagePlugin
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from spine.uploads.picture_field import ROOT, WHY_NOT
from spine.uploads.picture_process import DAMAGED, HEAVY_PIXELS, LONGEST_SIDE, MOVES, NO_PICTURE, TOO_LARGE

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Wagtail's temporary files
]
SECRET = b"SECRETWORD"
POSITION = {1: "N", 2: (35.0, 46.0, 47.0), 3: "W", 4: (78.0, 38.0, 18.0)}
MEGABYTES = 1_000_000


def saved(picture, file_format, **options):
    content = io.BytesIO()
    picture.save(content, file_format, **options)
    return content.getvalue()


def noise(width=64, height=48, mode="RGB"):
    return Pillow.effect_noise((width, height), 90).convert(mode)


def png_of(*chunks, width=8, height=8):
    """Return a PNG file with these chunks between its header and its pixels."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width + 1) * min(height, 8)))
    parts = [(b"IHDR", header), *chunks, (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def webp_of(width, height):
    """Return the beginning of a lossless WebP file of this size."""
    bits = (width - 1) | (height - 1) << 14
    stream = b"\x2f" + struct.pack("<I", bits) + bytes(64)
    return b"RIFF" + struct.pack("<I", 12 + len(stream)) + b"WEBPVP8L" + struct.pack("<I", len(stream)) + stream


def avif_of(width, height):
    """Return an AVIF file of a few hundred bytes that says to be of this size."""
    content = saved(Pillow.new("RGB", (16, 16)), "AVIF")
    place = content.index(b"ispe") + 8
    return content[:place] + struct.pack(">II", width, height) + content[place + 8 :]


def moving(file_format):
    frames = [noise(), noise()]
    return saved(frames[0], file_format, save_all=True, append_images=frames[1:], duration=100)


BOMB = zlib.compress(bytes(300 * MEGABYTES), 9)
REFUSED = {
    "a JPEG without its end": (lambda: saved(noise(600, 400), "JPEG")[:20_000], "jpg", DAMAGED),
    "a PNG of 900 megapixels": (lambda: png_of(width=30_000, height=30_000), "png", TOO_LARGE),
    "a WebP of 268 megapixels": (lambda: webp_of(16_383, 16_383), "webp", None),
    "a PNG with text that grows": (lambda: png_of((b"zTXt", b"k\0\0" + BOMB)), "png", DAMAGED),
    "a PNG with colors that grow": (lambda: png_of((b"iCCP", b"k\0\0" + BOMB)), "png", None),
    "a GIF that breaks off": (lambda: saved(noise(mode="P"), "GIF")[:400], "gif", None),
    "a GIF whose second frame breaks off": (lambda: moving("GIF")[:-900], "gif", None),
    "an AVIF of 49 megapixels": (lambda: avif_of(7_000, 7_000), "avif", TOO_LARGE),
    "a GIF that moves": (lambda: moving("GIF"), "gif", MOVES),
    "a WebP that moves": (lambda: moving("WEBP"), "webp", MOVES),
    "a PNG named JPEG": (lambda: saved(noise(), "PNG"), "jpg", NO_PICTURE),
    "a page named PNG": (lambda: b"<script>alert(1)</script>", "png", NO_PICTURE),
    "a TIFF named JPEG": (lambda: saved(noise(), "TIFF"), "jpg", NO_PICTURE),
    "PostScript named JPEG": (lambda: saved(noise(), "EPS"), "jpg", NO_PICTURE),
}


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }


def uploaded(content, kind, admin_user, name="Our door"):
    """Return the form of an upload, as an editor's browser sends it."""
    form = get_image_form(get_image_model())
    file = SimpleUploadedFile(f"{name}.{kind}", content)
    collection = get_image_model()._meta.get_field("collection").get_default()
    return form({"title": name, "collection": collection}, {"file": file}, user=admin_user)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_kept_gets_a_sentence(name, admin_user):
    make, kind, why = REFUSED[name]
    [sentence] = uploaded(make(), kind, admin_user).errors["file"]
    assert sentence in ([WHY_NOT[why]] if why else list(WHY_NOT.values()))


def test_wagtails_own_uploads_answer_a_bomb_with_the_sentence(admin_client):
    bomb = png_of(width=30_000, height=30_000)
    answer = admin_client.post(
        reverse("wagtailimages:add"), {"title": "Door", "file": SimpleUploadedFile("door.png", bomb), "tags": ""}
    )
    assert answer.status_code == 200
    assert "too many pixels" in answer.content.decode()
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Door", "files[]": SimpleUploadedFile("door.png", bomb)},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert answer.json()["success"] is False
    assert "too many pixels" in answer.json()["error_message"]
    assert not get_image_model().objects.exists()


def with_secrets(kind):
    """Return a picture whose file says where it was taken and who is in it."""
    exif = Pillow.Exif()
    exif[0x010E] = SECRET.decode()  # ImageDescription
    exif[0x0112] = 6  # to be turned
    exif.get_ifd(0x8825).update(POSITION)
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    picture = noise(40, 20)
    if kind == "gif":
        return saved(picture, "GIF", comment=SECRET)
    if kind == "png":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", SECRET.decode())
        words.add_itxt("XML:com.adobe.xmp", xmp.decode())
        return saved(picture, "PNG", exif=exif, pnginfo=words)
    if kind == "jpg":
        return saved(picture, "JPEG", exif=exif, xmp=xmp, comment=SECRET)
    return saved(picture, kind.upper(), exif=exif.tobytes(), xmp=xmp)


def stored_files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def says_nothing(path):
    picture = Pillow.open(path)
    words = {"exif", "xmp", "comment", "Comment", "XML:com.adobe.xmp", "icc_profile"} & set(picture.info)
    return not words and not dict(picture.getexif()) and SECRET not in path.read_bytes()


@pytest.mark.parametrize("kind", ["jpg", "png", "gif", "webp", "avif"])
def test_position_and_description_are_in_no_file_that_is_kept(kind, admin_user, tmp_path):
    content = with_secrets(kind)
    assert SECRET in content
    form = uploaded(content, kind, admin_user)
    assert form.is_valid(), form.errors
    image = form.save()
    image.get_rendition("width-10|format-jpeg")
    image.get_rendition("original")
    files = stored_files(tmp_path)
    assert len(files) >= 2
    assert [path.name for path in files if not says_nothing(path)] == []
    turned = kind != "gif"  # it knows no EXIF
    assert (image.width, image.height) == ((20, 40) if turned else (40, 20))
    assert image.file_size == image.file.size
    assert image.filename.endswith({"gif": ".png", "avif": ".webp"}.get(kind, f".{kind}"))


@pytest.mark.parametrize("title", ["Door", "x" * 300])
def test_an_upload_of_many_pictures_keeps_none_of_it_even_while_it_waits_for_a_title(title, admin_client, tmp_path):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": title, "files[]": SimpleUploadedFile("door.jpg", with_secrets("jpg"))},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert answer.json()["success"] is True
    files = stored_files(tmp_path)
    assert files
    assert [path.name for path in files if not says_nothing(path)] == []


def test_a_file_that_came_through_the_temporary_folder_is_cleaned_too(admin_user, tmp_path):
    content = with_secrets("jpg")
    file = TemporaryUploadedFile("door.jpg", "image/jpeg", len(content), None)
    file.write(content)
    form = uploaded(b"", "jpg", admin_user)
    form.files["file"] = file
    assert form.is_valid(), form.errors
    form.save()
    file.close()
    assert [path.name for path in stored_files(tmp_path) if not says_nothing(path)] == []


def test_a_large_photograph_is_kept_in_the_size_that_pages_need(admin_user):
    form = uploaded(saved(noise(400, 100).resize((8_000, 2_000)), "JPEG"), "jpg", admin_user)
    assert form.is_valid(), form.errors
    image = form.save()
    assert (image.width, image.height) == (LONGEST_SIDE, LONGEST_SIDE // 4)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_a_picture(mode, admin_user):
    picture = Pillow.new("I;16", (8, 8), 40_000) if mode == "I;16" else noise().convert(mode)
    form = uploaded(saved(picture, "PNG"), "png", admin_user)
    assert form.is_valid(), form.errors


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_is_a_picture(mode, admin_user):
    form = uploaded(saved(noise().convert(mode), "JPEG"), "jpg", admin_user)
    assert form.is_valid(), form.errors


HUNGRY = """
import sys
from spine.uploads import picture_process
picture_process.cleaned = lambda *args: bytes(picture_process.MOST_MEMORY)
sys.exit(picture_process.main())
"""


def test_a_decoder_gets_no_more_memory_than_it_is_given():
    ended = subprocess.run([sys.executable, "-c", HUNGRY, "png", "1"], cwd=ROOT, input=b"", check=False)
    assert ended.returncode == TOO_LARGE


def test_a_picture_that_takes_several_copies_to_decode_has_a_lower_limit(admin_user):
    assert HEAVY_PIXELS < 49_000_000
    [sentence] = uploaded(webp_of(5_000, 4_000), "webp", admin_user).errors["file"]
    assert sentence in (WHY_NOT[TOO_LARGE], WHY_NOT[DAMAGED])
