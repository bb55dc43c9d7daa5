"""The page as a page."""

from django.conf import settings

from physicians.models import Organization, Physician
from physicians.structured_data import Node, absolute, hospital_reference
from spine.attestations.attestation import ContentReview
from spine.pages.public_page import PublicPage
from spine.social_image import address_of_image


def web_page(page: PublicPage, organization: Organization | None, kind: str = "WebPage") -> Node:
    """Return the page; `kind` is its type."""
    return {
        "@type": kind,
        "@id": f"{page.full_url}#page",
        "url": page.full_url,
        "name": page.title,
        "description": page.search_description or page.summary,
        "inLanguage": settings.LANGUAGE_CODE,
        "datePublished": page.first_published_at,
        "dateModified": page.last_published_at,
        "image": absolute(address_of_image(page, organization)),
        "publisher": hospital_reference(organization),
    }


def medical_web_page(page: PublicPage, organization: Organization | None) -> Node:
    """Return a page about a condition or a treatment, with its last review."""
    return web_page(page, organization, kind="MedicalWebPage") | reviewed(page.last_review)


def reviewed(review: ContentReview | None) -> Node:
    """Return when and by whom; nothing of a sample review, which nobody has made."""
    if review is None or review.reviewed_by.is_sample:
        return {}
    return {"lastReviewed": review.reviewed_on, "reviewedBy": reviewer(review.reviewed_by)}


def reviewer(physician: Physician) -> Node:
    """Return the physician as a person: schema.org's Physician is a practice. Only a published profile is linked."""
    return {
        "@type": "Person",
        "name": physician.plain_name,
        **({"honorificSuffix": physician.credentials} if physician.credentials else {}),
        **({"url": absolute(physician.get_absolute_url())} if physician.live else {}),
    }
