"""What Wagtail says about approvals is said in our words: those of `locale/en/LC_MESSAGES/django.po`."""

import gettext
from io import BytesIO
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.trans_real import translation

OURS = Path(settings.LOCALE_PATHS[0], "en", "LC_MESSAGES", "django.po")


def say_ours() -> None:
    """Put our words before Wagtail's. Django reads only compiled files, which don't belong in a repository."""
    compiled = polib.pofile(OURS.read_text(encoding="utf-8")).to_binary()
    translation(settings.LANGUAGE_CODE).merge(gettext.GNUTranslations(BytesIO(compiled)))
