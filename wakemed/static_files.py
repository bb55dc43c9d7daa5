"""Which static files are collected."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class CollectedFiles(StaticFilesConfig):
    """Leave out what no page asks for: what min.js files were made from, and other versions of htmx.

    Compressing them would take a quarter of the time of `collectstatic`.
    """

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        *("jquery.js", "select2.full.js", "xregexp.js", "htmx-2.js", "htmx-4*", "htmax*"),
    ]
