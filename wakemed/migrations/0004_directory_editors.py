"""The directory leaves the group of the editors of pages; whoever was one stays what they were, in two groups now."""

from typing import Any

from django.db import migrations


def part(apps: Any, schema_editor: Any) -> None:
    """Move the rights, and copy the members."""
    Group = apps.get_model("auth", "Group")
    editors = Group.objects.filter(name="Editors").first()
    directory = list(editors.permissions.filter(content_type__app_label="physicians")) if editors else []
    if directory:
        group, _ = Group.objects.get_or_create(name="Directory editors")
        # The hospital's name and numbers stand on every page: an administrator changes them.
        group.permissions.add(*(right for right in directory if right.codename != "change_organization"))
        group.user_set.add(*editors.user_set.all())
        editors.permissions.remove(*directory)


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0003_four_eyes_on_the_wording"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(part, migrations.RunPython.noop)]
