"""Every page kind and snippet under four eyes, one after the other: raw SQL can't change what is live."""

import contextlib

import psycopg2
import pytest
from django.db import connection, models
from wagtail.fields import StreamField
from wagtail.models import Page

from physicians.models import Condition
from spine import sample_content
from spine.four_eyes.guard_page import CannotGuard, guards
from spine.models import Notice, TreatmentPage

from .approving import publish
from .guarded_models import models_under_four_eyes

RULE = "live_content_is_approved"
TITLE = ": title"  # in Wagtail's table, which has a trigger of its own
# Wagtail's own columns of a snippet: whether it is live, not what it says.
STATE = {
    "live",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "go_live_at",
    "expire_at",
    "expired",
}
CHANGES = (
    ((models.JSONField, StreamField), """CASE WHEN "{0}" = '[]' THEN '[1]'::jsonb ELSE '[]' END"""),
    (models.CharField, """CASE WHEN "{0}" = 'x' THEN 'y' ELSE 'x' END"""),
    (models.TextField, """CASE WHEN "{0}" = 'x' THEN 'y' ELSE 'x' END"""),
    (models.BooleanField, """NOT "{0}" """),
    (models.DateTimeField, """COALESCE("{0}", now()) + interval '1 day'"""),
    (models.ForeignKey, """(SELECT max(id) FROM {1} WHERE id <> "{0}")"""),
)
# What a row needs beyond the defaults.
MADE_FROM = {"dangerphrase": {"phrase": "lightning legs frozen"}}


def live_one(model):
    """Return a published row of the first content, or one that is made from the defaults and published."""
    found = model.objects.filter(live=True).first()
    if found is None:
        assert not issubclass(model, Page), f"the first content has no {model._meta.label}"
        found = model.objects.create(live=False, **MADE_FROM.get(model._meta.model_name, {}))
        publish(found)
        found.refresh_from_db()
    return found


def columns_and_values(model):
    """Yield every column of the model's own table that holds words or choices, with SQL for another value of it."""
    for field in model._meta.local_concrete_fields:
        if field.primary_key or field.name in STATE or field.name in ("live_revision", "latest_revision"):
            continue
        other = field.related_model._meta.db_table if field.related_model else ""
        value = next((sql.format(field.column, other) for kind, sql in CHANGES if isinstance(field, kind)), None)
        assert value, f"say in CHANGES how {field} is changed"
        yield field.column, value


def attempts(model):
    """Yield (what is changed, SQL) for one live row: each column, the title of a page, each of its links."""
    row = live_one(model)
    meta = model._meta
    for column, value in columns_and_values(model):
        yield (
            f"{meta.label}.{column}",
            f'UPDATE {meta.db_table} SET "{column}" = {value} WHERE {meta.pk.column} = {row.pk}',
        )
    if issubclass(model, Page):
        yield meta.label + TITLE, f"UPDATE wagtailcore_page SET title = 'x' WHERE id = {row.pk}"
    for field in meta.local_many_to_many:
        links = field.m2m_db_table()
        yield f"{meta.label}.{field.name}", f"DELETE FROM {links} WHERE {field.m2m_column_name()} = {row.pk}"


def refusal(sql):
    """Return the rule that refuses this at COMMIT, on a connection of its own; None when it is committed."""
    values = connection.settings_dict
    with contextlib.closing(
        psycopg2.connect(
            dbname=values["NAME"],
            user=values["USER"],
            password=values["PASSWORD"],
            port=values["PORT"] or None,
            host=values["HOST"] or values["OPTIONS"].get("host"),
        )
    ) as raw:
        try:
            with raw.cursor() as cursor:
                cursor.execute(sql)
                assert cursor.rowcount, f"changed nothing: {sql}"
            raw.commit()
        except psycopg2.IntegrityError as error:
            return error.diag.constraint_name
    return None


@pytest.fixture
def committed_content(transactional_db):
    Condition.objects.create(name="Another condition", slug="another-condition")
    sample_content.load()


def drop_guards():
    """Drop the triggers that stand on the tables of single models."""
    with connection.cursor() as cursor:
        for model in models_under_four_eyes():
            tables = [model._meta.db_table, *(field.m2m_db_table() for field in model._meta.local_many_to_many)]
            for table in tables:
                for trigger in ("spine_live_page", "spine_live_snippet"):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {trigger} ON {table}")


def test_no_raw_update_of_live_content_is_committed_and_without_its_trigger_each_is(committed_content):
    walked = [attempt for model in models_under_four_eyes() for attempt in attempts(model)]
    refused = {label: refusal(sql) for label, sql in walked}
    assert {label for label, rule in refused.items() if rule is None} == set()
    by_the_rule = {label for label, rule in refused.items() if rule == RULE}
    # The control: it's the triggers of each model that refuse.
    drop_guards()
    committed = {label for label, sql in walked if refusal(sql) is None}
    assert committed == {label for label in by_the_rule if not label.endswith(TITLE)}
    assert {label.rsplit(".", 1)[0] for label in committed} == {
        model._meta.label for model in models_under_four_eyes()
    }


def test_the_walk_finds_pages_notices_and_what_other_apps_have_published():
    labels = {model._meta.label for model in models_under_four_eyes()}
    assert {"spine.HomePage", "spine.LegalPage", "spine.Notice", "appointments.RequestWording"} <= labels
    assert "physicians.Physician" not in labels


def test_a_page_kind_with_links_has_triggers_on_its_own_table_and_on_theirs():
    page, links = guards(TreatmentPage)
    assert "ON spine_treatmentpage\n" in page
    assert "spine_check_live_page('treatmentpage_id')" in links


def test_what_the_triggers_do_not_compare_is_refused_when_it_is_guarded(monkeypatch):
    (notice,) = guards(Notice)
    assert "spine_check_live_snippet('spine', 'notice')" in notice
    monkeypatch.setattr(TreatmentPage._meta, "db_table", "elsewhere_treatmentpage")
    with pytest.raises(CannotGuard, match="table"):
        list(guards(TreatmentPage))
