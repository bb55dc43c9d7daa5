"""The field in which a picture is uploaded: what is kept is the picture alone, or there is a sentence."""

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField

from .picture_process import DAMAGED, KINDS, LONGEST_SIDE, MOVES, NO_PICTURE, TOO_LARGE

MOST_SECONDS = 40  # of wall-clock time; the process itself may use less processor time
ROOT = Path(__file__).resolve().parents[2]
WHY_NOT: dict[int, Any] = {  # sentences
    NO_PICTURE: _(
        "The file isn't what the end of its name says. Save the picture again as JPEG or PNG and upload that."
    ),
    DAMAGED: _("This picture is damaged or incomplete. Save it again as JPEG or PNG and upload that."),
    TOO_LARGE: _("This picture has too many pixels. Make it smaller: %(side)s pixels on the longer side are enough.")
    % {"side": f"{LONGEST_SIDE:,}"},
    MOVES: _("This picture moves. Upload a still one."),
}
one_at_a_time = threading.Lock()  # in each web process: that bounds the memory of all uploads together


class PictureField(WagtailImageField):
    """Wagtail's field for a picture, but nothing is decoded in the web server."""

    def to_python(self, data: Any) -> UploadedFile | None:
        """Return the uploaded file with its content replaced by a clean copy; raises ValidationError.

        The file is changed in place: Wagtail's upload of many pictures keeps the one that it has received.
        """
        file: Any = forms.FileField.to_python(self, data)
        if file is None:
            return None
        self.check_image_file_size(file)
        kind = Path(file.name or "").suffix.lower()[1:]
        if kind not in self.allowed_image_extensions or kind not in KINDS:
            raise ValidationError(self.error_messages["invalid_image_extension"], code="invalid_image_extension")
        file.seek(0)
        _replace(file, cleaned_picture(file.read(), kind, self.max_image_pixels), KINDS[kind][1])
        return file


def cleaned_picture(content: bytes, kind: str, most_pixels: int) -> bytes:
    """Return the picture as picture_process.py saves it again; raises ValidationError with a sentence.

    `kind` is the end of the file's name, such as "jpg".
    """
    program = [sys.executable, "-m", "spine.uploads.picture_process", kind, str(most_pixels)]
    try:
        with one_at_a_time:
            ended = subprocess.run(
                program,
                input=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                timeout=MOST_SECONDS,
                check=False,
            )
    except subprocess.TimeoutExpired as error:
        raise ValidationError(WHY_NOT[TOO_LARGE], code="invalid_image") from error
    if ended.returncode < 0:  # killed by the kernel
        raise ValidationError(WHY_NOT[TOO_LARGE], code="invalid_image")
    if ended.returncode in WHY_NOT:
        raise ValidationError(WHY_NOT[ended.returncode], code="invalid_image")
    if ended.returncode:
        raise RuntimeError(f"Reading a picture ended with code {ended.returncode}.")
    return ended.stdout


def _replace(file: UploadedFile, content: bytes, kind: str) -> None:
    """Put other content into an uploaded file, in memory or in the temporary folder."""
    file.seek(0)
    file.truncate(0)
    file.write(content)
    file.seek(0)
    if file.file is not None:
        file.file.flush()
    file.size = len(content)
    file.name = str(Path(file.name or "").with_suffix(f".{kind}"))
    file.content_type = f"image/{'jpeg' if kind == 'jpg' else kind}"
