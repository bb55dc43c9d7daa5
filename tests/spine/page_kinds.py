"""A kind of page for one test: the model, and its table with the triggers, as a migration makes them."""

import contextlib

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models.pages import PAGE_MODEL_CLASSES

from spine.four_eyes.guard_page import guard_page


def forget_what_wagtail_found():
    """Let Wagtail look up again which pages may stand where."""
    for model in PAGE_MODEL_CLASSES:
        model._clean_subpage_models = model._clean_parent_page_models = None
    ContentType.objects.clear_cache()


@contextlib.contextmanager
def installed(define):
    """Yield the kind of page that `define` defines, in the database too. The test's transaction takes the table back.

    No other test may find the model: it is taken out of Django's and Wagtail's registries again.
    """
    model = define()
    try:
        forget_what_wagtail_found()
        connection.check_constraints()  # a table that waits for its triggers is not altered
        with connection.schema_editor() as editor:
            editor.create_model(model)
        with connection.schema_editor() as editor:
            guard_page("spine", model.__name__).code(apps, editor)
        yield model
    finally:
        PAGE_MODEL_CLASSES.remove(model)
        del apps.all_models["spine"][model._meta.model_name]
        apps.clear_cache()
        forget_what_wagtail_found()
