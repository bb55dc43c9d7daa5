"""What has expired can be changed: the dates that have passed are cleared when someone saves."""

import datetime

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import get_edit_handler
from wagtail.models import DraftStateMixin, Page

from physicians.spent_dates import DATES, ClearsSpentDates
from spine.models import InformationPage

pytestmark = pytest.mark.usefixtures("content", "contexts")
HOUR = datetime.timedelta(hours=1)
TAKES = "%Y-%m-%d %H:%M"


def edit_form(model):
    """Return the form with which rows of a model are changed in the CMS."""
    viewset = getattr(model, "snippet_viewset", None)
    handler = viewset.get_edit_handler() if viewset else get_edit_handler(model)
    return handler.get_form_class()


def scheduled_models():
    ours = ("physicians", "spine", "appointments")
    return [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin)
        and model._meta.app_label in ours
        and "expire_at" in edit_form(model).base_fields
    ]


def test_every_form_with_a_schedule_clears_it():
    found = scheduled_models()
    assert {"InformationPage", "Physician", "Location", "RequestWording"} <= {model.__name__ for model in found}
    assert [model.__name__ for model in found if not issubclass(edit_form(model), ClearsSpentDates)] == []


@pytest.fixture
def expired():
    """A page whose schedule has passed: its last version says so."""
    page = InformationPage.objects.get(slug="visitors")
    page.go_live_at, page.expire_at = timezone.now() - 48 * HOUR, timezone.now() - HOUR
    page.save_revision()
    return page


def typed(page, **changes):
    """Return what the editor's browser sends of a page that nobody has changed."""
    form = edit_form(type(page))(instance=page)
    sent = {}
    for name in form.fields:
        bound = form[name]
        value = bound.field.widget.format_value(bound.value()) if hasattr(bound.field.widget, "format_value") else None
        if isinstance(value, str):
            sent[name] = value
    return sent | {"body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"} | changes


def test_an_editor_corrects_a_word_of_a_page_that_has_expired(admin_client, expired):
    address = reverse("wagtailadmin_pages:edit", args=[expired.pk])
    answer = admin_client.post(address, typed(expired, title="Visiting us"))
    assert answer.status_code == 302, answer.context["form"].errors
    latest = Page.objects.get(pk=expired.pk).get_latest_revision_as_object()
    assert latest.title == "Visiting us"
    assert [getattr(latest, name) for name in DATES] == [None, None]


def test_a_date_that_someone_types_is_looked_at(admin_client, expired):
    address = reverse("wagtailadmin_pages:edit", args=[expired.pk])
    past = timezone.localtime(timezone.now() - 5 * HOUR).strftime(TAKES)
    answer = admin_client.post(address, typed(expired, expire_at=past))
    assert "must be in the future" in str(answer.context["form"].errors)
    ahead = timezone.localtime(timezone.now() + 5 * HOUR).strftime(TAKES)
    answer = admin_client.post(address, typed(expired, expire_at=ahead))
    assert answer.status_code == 302
    latest = Page.objects.get(pk=expired.pk).get_latest_revision_as_object()
    assert latest.go_live_at is None
    assert latest.expire_at > timezone.now()
