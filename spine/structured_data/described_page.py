"""The part of a page that tells machines what it is about: structured data, and the picture of a link preview."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.utils.functional import cached_property

from physicians.models import Organization
from physicians.structured_data import Node, absolute, breadcrumbs, hospital_reference
from spine.attestations.attestation_data import attested
from spine.attestations.attested_page import AttestedPage

from .link_picture import LinkPicture, picture_of_site


class DescribedPage(AttestedPage):
    """A page as schema.org describes it. A kind of page says what it is by `schema_type` and `main_entity`."""

    schema_type: ClassVar[str] = "WebPage"  # a MedicalWebPage names its last attestation too

    summary: str

    class Meta:
        abstract = True

    def main_entity(self) -> Node | None:
        """Return what the page is about, with an @id; None for a page that is about no one thing."""
        return None

    def page_properties(self) -> Node:
        """Return what else is said of the page itself."""
        return {}

    @cached_property
    def link_picture(self) -> LinkPicture:
        """Return the picture that a social network shows beside a link to the page."""
        return picture_of_site()

    def web_page(self, organization: Organization | None) -> Node:
        """Return the page as a page."""
        main = self.main_entity()
        return {
            "@type": self.schema_type,
            "@id": f"{self.full_url}#page",
            "url": self.full_url,
            "name": self.title,
            "description": self.search_description or self.summary,
            "inLanguage": settings.LANGUAGE_CODE,
            "datePublished": self.first_published_at,
            "dateModified": self.last_published_at,
            "image": absolute(self.link_picture.address),
            "publisher": hospital_reference(organization),
            **(attested(self.last_attestation) if self.schema_type == "MedicalWebPage" else {}),
            **({"mainEntity": {"@id": main["@id"]}} if main else {}),
            **self.page_properties(),
        }

    def structured_data(self, crumbs: Iterable[Mapping[str, Any]], organization: Organization | None) -> list[Node]:
        """Return everything that is said of the page. `crumbs`: the pages between the home page and this one."""
        main = self.main_entity()
        return [
            self.web_page(organization),
            *([main] if main else []),
            breadcrumbs(crumbs, self.title, self.full_url),
        ]
