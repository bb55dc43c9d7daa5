"""What none of the CMS's forms sends is a bad request there, and an error in the log."""

import logging

import pytest
from django.urls import reverse

from spine.models import HomePage
from wakemed.web.malformed_input import MalformedInputMiddleware

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_everything")]


def test_a_form_made_by_hand_is_a_bad_request_and_leaves_its_place_in_the_log(admin_client, caplog):
    home = HomePage.objects.get()
    for name, arguments, fields in (
        ("wagtailadmin_pages:edit", [home.pk], {"title": "No body"}),
        ("wagtailadmin_pages:choose_parent", ["spine", "informationpage"], {"parent_page": "{{"}),
    ):
        caplog.clear()
        response = admin_client.post(reverse(name, args=arguments), fields)
        assert response.status_code == 400, name
        assert [record.exc_info for record in caplog.records if record.levelno == logging.ERROR], name


def test_another_mistake_and_one_of_another_address_stay_errors(rf):
    middleware = MalformedInputMiddleware(lambda request: None)
    assert middleware.process_exception(rf.post("/cms/"), TypeError()) is None
    assert middleware.process_exception(rf.get("/cms/"), ValueError()) is None
    assert middleware.process_exception(rf.post("/admin/"), ValueError()) is None
    assert middleware.process_exception(rf.get("/cms/?p=x"), ValueError()).status_code == 400
