"""The forms of pictures and documents: a file that was approved with a page is never replaced."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from spine.uploads.picture_field import PictureField

from .media_in_use import is_on_live_page

FOCAL_POINT = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
KEPT = _(
    "This file can’t be replaced. Upload the new one next to it and choose it on the page. That change needs approval."
)


class KeptFileMixin:
    """Refuses a new file for an old row, and says so beforehand. The database refuses it too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" in self.fields:  # type: ignore[attr-defined]
            self.fields["file"].help_text = KEPT  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        """Return the file; raises ValidationError for any file but the first."""
        if self.instance.pk and "file" in self.changed_data:  # type: ignore[attr-defined]
            raise ValidationError(KEPT)
        return self.cleaned_data["file"]  # type: ignore[attr-defined]


class KeptDocumentForm(KeptFileMixin, BaseDocumentForm):
    """Wagtail's form of a document, which keeps its file."""

    class Meta(BaseDocumentForm.Meta):
        pass


class KeptImageForm(KeptFileMixin, BaseImageForm):
    """Wagtail's form of a picture, which keeps its file. It says what the description is for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A field that is declared would also be in Wagtail's form without a file.
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(label=field.label, widget=field.widget)
            self.fields["file"].help_text = field.help_text

    class Meta(BaseImageForm.Meta):
        help_texts = {
            "description": _(
                "What the picture shows, in one sentence. Wherever it is used, this is suggested as alternative text."
            ),
        }

    def clean(self) -> dict[str, Any]:
        """Refuse another focal point on a live page: the picture is cropped around it."""
        cleaned: dict[str, Any] = super().clean()
        if self.instance.pk and set(FOCAL_POINT) & set(self.changed_data) and is_on_live_page(self.instance):
            raise ValidationError(
                _("A live page shows this picture cropped around its focal point. %(kept)s") % {"kept": KEPT}
            )
        return cleaned
