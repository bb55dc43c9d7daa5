"""What search engines are told of the hospital, its clinics and its physicians: schema.org types as JSON-LD.

Everything comes from the fields that the page shows. Of an invented sample nothing is said but where its page is: a
machine does not read the words “Sample profile”.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .crumbs import above_location, above_profile
from .models import Location, Organization, Physician
from .profile_page import Profile

Node = dict[str, Any]

# As Django's json_script does: no text can end the script element or begin a comment in it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script(nodes: Iterable[Node]) -> SafeString:
    """Return the script element that holds these nodes, each without its empty properties."""
    graph = [{name: value for name, value in node.items() if value not in (None, "", [])} for node in nodes]
    data = json.dumps({"@context": "https://schema.org", "@graph": graph}, cls=DjangoJSONEncoder)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(data.translate(ESCAPES)))  # noqa: S308


def absolute(address: str) -> str:
    """Return the address with this site's own origin, not the host of the request."""
    return address if address.startswith("http") else f"{settings.SITE_URL}{address}"


def breadcrumbs(crumbs: Iterable[Mapping[str, Any]], title: str, address: str) -> Node:
    """Return the way from the home page to the page of this title and address."""
    trail = [(_("Home"), "/"), *((crumb["title"], crumb["url"]) for crumb in crumbs), (title, address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(url)}
            for position, (name, url) in enumerate(trail, start=1)
        ],
    }


def postal_address(place: Organization | Location) -> Node:
    """Return the address of the hospital or of a clinic."""
    return {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "addressLocality": place.city,
        "addressRegion": place.state,
        "postalCode": place.postal_code,
        "addressCountry": "US",
    }


def hospital_reference(organization: Organization | None) -> Node | None:
    """Return what other nodes say of the hospital; the home page says the rest."""
    if not organization:
        return None
    return {"@type": "Hospital", "@id": absolute("/#hospital"), "name": organization.name, "url": absolute("/")}


def clinic(location: Location, organization: Organization | None) -> Node:
    """Return a clinic."""
    address = absolute(location.get_absolute_url())
    geo = {"@type": "GeoCoordinates", "latitude": location.latitude, "longitude": location.longitude}
    return {
        "@type": "MedicalClinic",
        "@id": f"{address}#clinic",
        "name": location.name,
        "url": address,
        "telephone": location.phone.as_international,
        "address": postal_address(location),
        "geo": geo if location.latitude is not None else None,
        "parentOrganization": hospital_reference(organization),
    }


def practice(location: Location) -> Node:
    """Return a clinic as the place where a physician practices; its own page says the rest."""
    whole = clinic(location, None)
    return {name: value for name, value in whole.items() if value is not None}


def portrait(physician: Physician) -> str | None:
    """Return the address of the photo as the page shows it largest."""
    return absolute(physician.photo.get_rendition("fill-360x360|format-jpeg").url) if physician.photo else None


def physician_node(profile: Profile, organization: Organization | None) -> Node:
    """Return a physician with number, specialties, languages and clinics."""
    physician = profile.physician
    address = absolute(physician.get_absolute_url())
    return {
        "@type": "Physician",
        "@id": f"{address}#physician",
        "name": physician.display_name,
        "url": address,
        "image": portrait(physician),
        "description": physician.biography,
        "usNPI": physician.npi,
        "identifier": {"@type": "PropertyValue", "propertyID": "NPI", "value": physician.npi},
        "isAcceptingNewPatients": physician.accepting_new_patients,
        "knowsLanguage": [language.code for language in profile.languages],
        "knowsAbout": [thing.name for thing in (*profile.specialties, *profile.conditions, *profile.procedures)],
        "location": [practice(place) for place in profile.locations if not place.is_sample],
        "hospitalAffiliation": hospital_reference(organization),
    }


def of_profile(profile: Profile, organization: Organization | None) -> list[Node]:
    """Return what a profile's page says."""
    physician = profile.physician
    trail = breadcrumbs(above_profile(), physician.display_name, physician.get_absolute_url())
    return [trail] if physician.is_sample else [physician_node(profile, organization), trail]


def of_location(location: Location, organization: Organization | None) -> list[Node]:
    """Return what a clinic's page says."""
    trail = breadcrumbs(above_location(), location.name, location.get_absolute_url())
    return [trail] if location.is_sample else [clinic(location, organization), trail]
