"""What the generator sends for the blocks of a page is what Wagtail's script would send: it's saved."""

import random

import pytest
from django.test import Client
from django.urls import reverse

from .forms_on_page import forms_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(loaded_everything):
    device = Client()
    device.force_login(loaded_everything.staff["Editors"])
    return device


class Chance(random.Random):
    """Keeps every block that is there, deletes none, adds one, and takes the first of everything."""

    def random(self):
        return 0.5

    def randrange(self, *limits):
        return 1

    def choice(self, several):
        return several[0]


@pytest.mark.parametrize("name", ["clinical", "home"])
def test_a_page_is_saved_with_its_blocks_and_a_new_one(loaded_everything, editor, name):
    page = getattr(loaded_everything, name)
    address = reverse("spine_page_editor", args=[page.pk])
    (form,) = (form for form in forms_on(editor.get(address).content.decode(), address) if form.blocks)
    (blocks,) = form.blocks
    before = [block.block_type for block in getattr(page.get_latest_revision_as_object(), blocks.name)]
    fields = [*form.fields, *blocks.fields(Chance())]
    assert editor.post(address, dict(fields)).status_code == 302
    page.refresh_from_db()
    after = [block.block_type for block in getattr(page.get_latest_revision_as_object(), blocks.name)]
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1


def test_buttons_are_pressed_one_at_a_time(loaded_everything):
    device = Client()
    device.force_login(loaded_everything.staff["Clinical reviewers"])
    address = f"{reverse('spine_page_editor', args=[loaded_everything.page.pk])}?edit=1"
    (form,) = (form for form in forms_on(device.get(address).content.decode(), address) if form.blocks)
    pressed = {dict(button).get("workflow-action-name") for button in form.buttons}
    assert pressed >= {"approve", "reject"}
    assert not {name for name, _value in form.fields} & {name for button in form.buttons for name, _value in button}
