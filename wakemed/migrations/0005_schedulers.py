"""The group “Scheduling staff” is called “Schedulers” now, beside the scheduling managers; its members stay in it."""

from django.db import migrations


def rename(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    if not Group.objects.filter(name="Schedulers").exists():
        Group.objects.filter(name="Scheduling staff").update(name="Schedulers")


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0004_no_moderators"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
