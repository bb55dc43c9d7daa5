"""Every address that is not behind a staff door, as the URL resolver knows them, with values that lead to a page."""

import itertools

from django.urls import reverse
from wagtail.models import Page

from appointments.guards.links import link_for_mail
from appointments.request_form.steps import STEPS
from tests.wakemed.addresses import DOORS, named_patterns

# Patterns without a name.
NAMELESS = {
    "_util/login/": "/_util/login/",
    "appointments/": "/appointments/",
    r"^media/(?P<path>(?:images|original_images)/.*)$": "/media/images/none.png",
}


def token_of(request):
    """Return the token in a request's link."""
    return link_for_mail(request).rstrip("/").rpartition("/")[2]


def values(things):
    """Return what each argument may be, by the address's name where that says more than the argument's."""
    return {
        "physicians:profile": [things.physician.slug],
        "locations:location": [things.location.slug],
        "step": [step.slug for step in STEPS],
        "token": [token_of(things.appointmentrequest), token_of(things.offered), "A" * 43],
        "number": [1],
        "pk": [1],
        "restriction_id": [1],
        "page_view_restriction_id": [1],
        "page_id": [things.page.pk],
        "uidb36": ["1"],
        "key": ["set-password"],
    }


def in_order(things):
    """Return the values of arguments that have no names."""
    return {"wagtaildocs_serve": [things.document.pk, things.document.filename]}


def public_addresses(things):
    """Return them as (name, address). An argument that isn't known above is a KeyError."""
    known, found = values(things), []
    for name, arguments in named_patterns(lambda route: not route.startswith(DOORS)):
        if name in NAMELESS:
            found.append((name, NAMELESS[name]))
        elif name == "wagtail_serve":
            found += [(name, page.get_url()) for page in Page.objects.live().filter(depth__gt=1)]
        elif "" in arguments:
            found.append((name, reverse(name, args=in_order(things)[name])))
        else:
            choices = [known.get(name) or known[argument] for argument in arguments]
            for chosen in itertools.product(*choices):
                found.append((name, reverse(name, kwargs=dict(zip(arguments, chosen, strict=True)))))
    return found
