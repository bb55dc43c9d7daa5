"""Load the functions and triggers from their files."""

from django.db import migrations

from physicians.database_code import load_sql


class Migration(migrations.Migration):
    dependencies = [("physicians", "0005_look_up")]

    operations = [
        load_sql(
            "physicians",
            add_or_remove_physician="7487d69b",
            count_words="5594a1fd",
            keep_link="fb699f46",
            keep_next_free="446c6667",
            keep_physician="3f368154",
            keep_terms="38b7d66e",
            look_up="2766b6d5",
            name_words="04fc72ba",
            plain="b5deabaa",
            refresh="c0b8e2f2",
            set_terms="9d2c978f",
            similar_words="8177fc7d",
            stems="572186f9",
            words="0e68e00c",
        ),
    ]
