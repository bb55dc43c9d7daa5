"""What none of the CMS's forms sends is a bad request there, and an error in the log. A mistake of ours is a 500."""

import logging

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, ProgrammingError
from django.http import Http404
from django.urls import reverse
from wagtail.admin.views.generic.chooser import ChosenViewMixin
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from spine.checking import checking_hooks
from spine.four_eyes import page_editor
from spine.models import HomePage
from wakemed.web.malformed_input import MalformedInputMiddleware

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_everything")]


@pytest.fixture
def answer(rf, admin_user):
    """Return a function that gives the middleware's answer to an error."""

    def ask(error, method="POST", address="/cms/"):
        request = rf.generic(method, address)
        request.user, request.session = admin_user, {}
        request._messages = FallbackStorage(request)
        return MalformedInputMiddleware(lambda request: None).process_exception(request, error)

    return ask


def raised(function, *args, **kwargs):
    """Return what a function raises, with its traceback."""
    try:
        function(*args, **kwargs)
    except Exception as error:
        return error
    raise AssertionError("it raises nothing")


@pytest.mark.parametrize(
    ("name", "arguments", "fields"),
    [
        ("wagtailadmin_pages:edit", ["home"], {"title": "No body"}),
        ("wagtailadmin_pages:choose_parent", ["spine", "informationpage"], {"parent_page": "{{"}),
        ("wagtailadmin_choose_page_external_link", [], {}),  # these two are an AttributeError in Wagtail
        ("wagtailsnippetchoosers_physicians_condition:create", [], {}),
    ],
)
def test_a_form_made_by_hand_is_a_bad_request_and_leaves_its_place_in_the_log(
    admin_client, caplog, name, arguments, fields
):
    arguments = [HomePage.objects.get().pk if argument == "home" else argument for argument in arguments]
    response = admin_client.post(reverse(name, args=arguments), fields)
    assert response.status_code == 400
    assert "can’t use what was sent" in response.content.decode()
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.exc_info[2].tb_next


def test_a_text_in_the_address_is_sent_too(admin_client, monkeypatch):
    name = "wagtailsnippetchoosers_physicians_condition:chosen"
    assert admin_client.get(reverse(name, args=["NaN"])).status_code == 400
    assert admin_client.head(reverse(name, args=["NaN"])).status_code == 400

    def get_object(self, pk):
        raise AttributeError

    admin_client.raise_request_exception = False
    monkeypatch.setattr(ChosenViewMixin, "get_object", get_object)
    assert admin_client.get(reverse(name, args=["NaN"])).status_code == 400
    assert admin_client.get(reverse(name, args=["1"])).status_code == 500, "any link has a number"


def test_what_is_gone_is_said_in_words(answer):
    response = answer(raised(Page.objects.get, pk=0))
    assert response.status_code == 404
    assert "Someone may have deleted it" in response.content.decode()


def test_code_of_ours_that_fails_is_an_error_of_the_site(admin_client, loaded_everything, monkeypatch, caplog):
    """Even where it calls a package that raises the error."""
    admin_client.raise_request_exception = False
    edit = reverse("wagtailadmin_pages:edit", args=[loaded_everything.draft.pk])
    copy = reverse("wagtailadmin_pages:copy", args=[loaded_everything.draft.pk])
    with monkeypatch.context() as broken:
        broken.setattr(page_editor, "EDIT", [])
        assert admin_client.post(edit, {"title": "x"}).status_code == 500
    with monkeypatch.context() as broken:
        broken.setattr(checking_hooks, "get_page_models", lambda: [None.specific])
        assert admin_client.post(copy, {"new_title": "x"}).status_code == 500


def test_an_override_of_ours_that_only_calls_what_it_overrides_is_not_to_blame(
    admin_client, loaded_everything, monkeypatch
):
    def get_object(self):
        raise AttributeError

    admin_client.raise_request_exception = False
    address = reverse("wagtailadmin_pages:edit", args=[loaded_everything.draft.pk])
    monkeypatch.setattr(EditView, "get_object", get_object)
    assert admin_client.post(address, {"title": "x"}).status_code == 400
    assert admin_client.get(address).status_code == 500, "nothing was sent"

    def other(self):
        raise AttributeError

    monkeypatch.setattr(EditView, "get_object", other)
    assert admin_client.post(address, {"title": "x"}).status_code == 500, "it isn't what was overridden"


def test_a_call_of_the_same_name_on_something_else_is_code_of_ours(answer):
    ours = {"__name__": "spine.views"}
    exec("class View:\n    def get(self, pages):\n        return pages.get(pk=0)", ours)
    assert answer(raised(ours["View"]().get, Page.objects.all())) is None


def test_only_what_was_sent_to_the_cms_is_bad(answer):
    assert answer(ValueError(), "GET", "/cms/?p=x").status_code == 400
    assert answer(ValueError(), "GET") is None
    assert answer(ValueError(), "HEAD") is None
    assert answer(ValueError(), address="/admin/") is None


def test_the_class_decides_where_no_request_is_the_cause_or_django_has_an_answer(answer):
    for error in (TypeError, AttributeError, IntegrityError, RecursionError):
        assert answer(error()).status_code == 400, error
    for error in (OperationalError, ProgrammingError, OSError, MemoryError, Http404, PermissionDenied):
        assert answer(error()) is None, error
