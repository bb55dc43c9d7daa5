"""Which pictures and documents patients see now."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex


def live_pages_with(item: Any) -> QuerySet[Page]:
    """Return the live pages that show this picture or link to this document."""
    references = ReferenceIndex.get_references_to(item).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    return Page.objects.live().annotate(key=Cast("pk", CharField())).filter(key__in=references.values("object_id"))


def is_on_live_page(item: Any) -> bool:
    """Return True if a live page shows it or links to it."""
    return live_pages_with(item).exists()
