"""The server asks no other site anything, whatever an editor puts into a page."""

import socket

import pytest
from django.apps import apps
from wagtail.embeds.blocks import EmbedBlock
from wagtail.fields import StreamField
from wagtail.rich_text import expand_db_html, features

VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.fixture
def alone(monkeypatch):
    """Let nothing leave this process but for the database's socket."""
    connect = socket.socket.connect

    def refuse(self, address):
        assert self.family == socket.AF_UNIX, f"calls {address}"
        return connect(self, address)

    def find(host, *args, **kwargs):
        raise AssertionError(f"looks up {host}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", find)


def blocks_in(block):
    yield block
    children = getattr(block, "child_blocks", None) or {}
    for child in [*children.values(), *filter(None, [getattr(block, "child_block", None)])]:
        yield from blocks_in(child)


def test_wagtails_embeds_are_not_installed_and_nothing_offers_them():
    assert not apps.is_installed("wagtail.embeds")
    assert "embed" not in features.get_default_features()
    fields = [
        field
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, StreamField) and model._meta.app_label in ("spine", "physicians", "appointments")
    ]
    assert fields
    assert [
        field for field in fields for block in blocks_in(field.stream_block) if isinstance(block, EmbedBlock)
    ] == []


def test_a_video_address_that_comes_into_rich_text_all_the_same_asks_nobody(alone):
    assert VIDEO not in expand_db_html(f'<p>See</p><embed embedtype="media" url="{VIDEO}"/>')


@pytest.mark.django_db
def test_the_cms_has_no_page_that_looks_up_an_address(admin_client, alone):
    for address in ("/cms/embeds/chooser/", "/cms/embeds/chooser/upload/"):
        assert admin_client.post(address, {"embed-chooser-url": VIDEO}).status_code == 404
