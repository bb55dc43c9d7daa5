"""A block is no change of the database, so it needs no migration."""

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from wagtail.blocks import CharBlock
from wagtail.fields import StreamField

from spine.blocks.blocks_field import BlocksField
from spine.models import InformationPage


def missing_migrations():
    """Return what makemigrations would write for this app."""
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    return detector.changes(graph=loader.graph, trim_to_apps={"spine"}).get("spine", [])


@pytest.fixture
def new_block(monkeypatch):
    body = InformationPage._meta.get_field("body")
    monkeypatch.setitem(body.stream_block.child_blocks, "quotation", CharBlock())
    return "quotation"


@pytest.mark.django_db  # a page asks for its content type
def test_a_new_block_needs_no_migration(new_block):
    assert new_block in InformationPage(body=[(new_block, "Well said")]).body.stream_block.child_blocks
    assert missing_migrations() == []


def test_with_the_field_of_wagtail_it_would(new_block, monkeypatch):
    """The control: the search for missing migrations finds a block that a migration should list."""
    monkeypatch.setattr(BlocksField, "deconstruct", StreamField.deconstruct)
    assert missing_migrations()


def test_every_field_of_blocks_is_ours():
    fields = [
        field
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, StreamField)
        and model._meta.app_label in ("physicians", "spine", "appointments", "wakemed")
    ]
    assert len(fields) >= 6
    assert [str(field) for field in fields if not isinstance(field, BlocksField)] == []
