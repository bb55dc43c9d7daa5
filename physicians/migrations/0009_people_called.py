"""Who may be called as it was typed is read by functions, whose plans are kept."""

from django.db import migrations

from physicians.database_code import load_sql


class Migration(migrations.Migration):
    dependencies = [("physicians", "0008_names_as_heard")]

    operations = [load_sql("physicians", namesakes="1981a691", people_called="b3ca17b5")]
