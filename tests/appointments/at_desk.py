"""The desk as its tests use it."""

import re

from django.urls import reverse

QUEUE = "/admin/appointments/appointmentrequest/"


def press(client, request, action, *, follow=False, **data):
    """Press a button of a request's page as it is now, or as `seen_version` says it was."""
    request.refresh_from_db()
    address = reverse(f"admin:appointments_appointmentrequest_{action}", args=[request.pk])
    return client.post(address, {"seen_version": request.version} | data, follow=follow)


def words_of(response):
    """Return the answer's text with its markup taken out."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()).replace("&#x27;", "'")


def buttons_on(client, request):
    """Return the names of the actions that the request's page offers."""
    page = client.get(request.get_absolute_url()).content.decode()
    return set(re.findall(rf'action="{QUEUE}{request.pk}/(\w+)/', page))


def references(client, **filters):
    """Return the references that the queue shows, in the tab of all requests unless another is named."""
    page = client.get(QUEUE, {"tab": "all"} | filters).content.decode()
    return set(re.findall(r'class="field-reference_link[^>]*>\s*<a [^>]*>([^<]+)</a>', page))
