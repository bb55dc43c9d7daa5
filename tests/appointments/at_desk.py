"""The desk as its tests use it."""

import re
from html.parser import HTMLParser

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


class _FilledIn(HTMLParser):
    """Reads what a form would send as it is."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.inside, self.values = form_id, False, {}
        self.select = self.text = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
        if not self.inside:
            return
        kind, name = attrs.get("type", "text"), attrs.get("name")
        if tag == "select":
            self.select = name
        elif tag == "option" and "selected" in attrs:
            self.values[self.select] = attrs["value"]
        elif tag == "input" and name and (kind not in ("checkbox", "radio") or "checked" in attrs):
            value = attrs.get("value", "on" if kind == "checkbox" else "")
            several = kind == "checkbox" and "value" in attrs
            self.values[name] = [*self.values.get(name, []), value] if several else value


def filled_in(response, form_id):
    """Return what a form of a page would send if nothing were changed; text areas are left out."""
    reader = _FilledIn(form_id)
    reader.feed(response.content.decode())
    return {name: value for name, value in reader.values.items() if name not in ("csrfmiddlewaretoken", "seen_at")}
