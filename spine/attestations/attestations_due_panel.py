"""The panel on the start page of the CMS that tells reviewers what is waiting for a physician."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from .attestation_dates import AttestationState, may_attest, pages_to_attest

SHOWN = 5


class AttestationsDuePanel(Component):
    """The most pressing pages, and how many are waiting."""

    name = "attestations_due"
    template_name = "spine/attestations/attestations_due_panel.html"
    order = 230  # after what awaits this person's approval

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return nothing to show for people who can't act on it."""
        if not may_attest(parent_context["request"].user):
            return {"count": 0}
        pages = list(pages_to_attest())
        for page in pages[:SHOWN]:
            page.state = AttestationState(page.attestation_state).label
        return {"count": len(pages), "pages": pages[:SHOWN]}
