"""What finds patients by their names, and the view of doctors who are away."""

from django.db import migrations

from physicians.database_code import load_sql


class Migration(migrations.Migration):
    dependencies = [("appointments", "0001_initial")]

    operations = [
        load_sql(
            "appointments",
            file_names="b29f0a37",
            is_its_own="b0ee8575",
            keep_names="cf09a9b7",
            doctoraway="994eed60",
        ),
    ]
