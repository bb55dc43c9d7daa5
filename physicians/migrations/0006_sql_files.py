"""Load the functions and triggers from their files."""

from django.db import migrations

from physicians.database_code import load_sql


class Migration(migrations.Migration):
    dependencies = [("physicians", "0005_look_up")]

    operations = [
        load_sql(
            "physicians",
            add_or_remove_physician="14c8fca0",
            count_words="0e73f716",
            keep_link="5934f599",
            keep_next_free="ef1af7ca",
            keep_physician="36c829ff",
            keep_terms="2addd36c",
            look_up="0b9cf11e",
            name_words="dea66b65",
            plain="8484c9ba",
            refresh="60758208",
            set_terms="f271669f",
            similar_words="d03b0b58",
            stems="9700e712",
            words="8b6fa0c3",
        ),
    ]
