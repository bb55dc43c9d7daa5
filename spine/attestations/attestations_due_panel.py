"""What the start page of the CMS tells a reviewer."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from .attestation_dates import ReviewState, may_review, pages_that_wait

SHOWN = 5


class ReviewsDuePanel(Component):
    """The most pressing pages, and how many there are."""

    name = "reviews_due"
    template_name = "spine/attestations/attestations_due_panel.html"
    order = 230  # after what awaits this person's approval

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return nothing to show for whoever cannot act on it."""
        if not may_review(parent_context["request"].user):
            return {"count": 0}
        pages = list(pages_that_wait())
        for page in pages[:SHOWN]:
            page.state = ReviewState(page.review_state).label
        return {"count": len(pages), "pages": pages[:SHOWN]}
