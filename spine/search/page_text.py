"""What the search over the site reads of a page."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _


class PageText(models.Model):
    """The plain words of a page's row. Triggers keep it however the row changes (spine/sql/keep_page_text.sql).

    Title, patients' words, and whether a page is published and public are asked at each search, so they cannot be old.
    Wagtail's own index keeps stems only: neither a passage with the match marked nor the right spelling of a misspelt
    word can be had from it, and signals fill it, which `queryset.update` does not send.
    """

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, primary_key=True, related_name="+")
    text = models.TextField(help_text=_("The summary, then each text of the blocks on a line of its own."))
    words = ArrayField(models.TextField(), help_text=_("Each word once, in lower case and without accents."))
    vector = SearchVectorField()

    class Meta:
        verbose_name = _("text of a page")
        verbose_name_plural = _("texts of pages")

    def __str__(self) -> str:
        return str(self.page_id)
