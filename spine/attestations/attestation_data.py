"""An attestation for search engines, in the words of schema.org."""

from physicians.models import Physician
from physicians.structured_data import Node, absolute

from .attestation import Attestation


def attested(attestation: Attestation | None) -> Node:
    """Return when and by whom. A sample says nothing: no one has signed it."""
    if attestation is None or attestation.reviewed_by.is_sample:
        return {}
    return {"lastReviewed": attestation.reviewed_on, "reviewedBy": signer(attestation.reviewed_by)}


def signer(physician: Physician) -> Node:
    """Return the physician as a person: schema.org's Physician is a practice. Only a published profile is linked."""
    return {
        "@type": "Person",
        "name": physician.plain_name,
        **({"honorificSuffix": physician.credentials} if physician.credentials else {}),
        **({"url": absolute(physician.get_absolute_url())} if physician.live else {}),
    }
