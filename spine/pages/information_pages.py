"""Pages that aren't about a condition or a treatment."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from spine.blocks import PageBody
from spine.blocks.blocks_field import BlocksField

from .public_page import BodyPage


class InformationPage(BodyPage):
    """Visiting, COVID-19 and other information. “Show in menus” puts the page on the home page."""

    body = BlocksField(PageBody(), verbose_name=_("content"))

    content_panels = [
        *BodyPage.content_panels,
        FieldPanel("body", help_text=_("Text and everything else is in blocks, in reading order. Add one with +.")),
    ]

    parent_page_types = ["spine.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("information page")


class LegalPage(BodyPage):
    """A notice that the law requires. The page says so if its text is only a sample."""

    is_clinical = False  # checked by counsel
    kind_in_search = _("Legal notice")

    is_sample_text = models.BooleanField(
        _("sample text"), default=True, help_text=_("Keep this on until counsel has checked the text.")
    )
    body = BlocksField(PageBody(), verbose_name=_("content"))

    content_panels = [
        *BodyPage.content_panels,
        FieldPanel("is_sample_text"),
        FieldPanel("body", help_text=_("Text and everything else is in blocks, in reading order. Add one with +.")),
    ]

    parent_page_types = ["spine.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("legal page")
