"""The PostgreSQL extensions that all apps need. All are trusted: the database's owner may create them."""

from django.contrib.postgres.operations import (
    BtreeGistExtension,
    CreateExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations


class Migration(migrations.Migration):
    dependencies: list[tuple[str, str]] = []

    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        CreateExtension("fuzzystrmatch"),  # levenshtein() and dmetaphone()
        BtreeGistExtension(),  # an exclusion constraint over a key and a range: no double booking
    ]
