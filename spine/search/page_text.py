"""The text of a page, for the search over the site."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _


class PageText(models.Model):
    """The plain words of a page's row. Triggers keep it however the row changes (spine/sql/keep_page_text.sql).

    The title, patients' words, and whether a page is published and public are read at each search, so they are never
    old. Wagtail's own index won't do: it keeps stems only, which give neither a passage nor the right spelling of a
    word, and signals fill it, which `queryset.update` doesn't send.
    """

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, primary_key=True, related_name="+")
    text = models.TextField(help_text=_("The summary, then each text of the blocks on a line of its own."))
    words = ArrayField(models.TextField(), help_text=_("Each word once, in lower case and without accents."))
    vector = SearchVectorField()

    class Meta:
        verbose_name = _("page text")
        verbose_name_plural = _("page texts")

    def __str__(self) -> str:
        return str(self.page_id)
