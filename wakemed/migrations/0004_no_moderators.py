"""What Wagtail comes with and no one here needs.

The group "Moderators", who may publish pages alone, goes. The group "Editors" loses its rights to every picture, since
ours are given by collection, and to documents: a PDF is public as soon as it's uploaded, and no page has any.
"""

from typing import Any

from django.db import migrations


def remove(apps: Any, schema_editor: Any) -> None:
    """Delete the group with its rights, and take these from the editors."""
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name="Moderators", user=None).delete()
    for editors in Group.objects.filter(name="Editors"):
        files = editors.permissions.filter(content_type__app_label__in=["wagtailimages", "wagtaildocs"])
        editors.permissions.remove(*files)
        editors.collection_permissions.filter(permission__content_type__app_label="wagtaildocs").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0003_four_eyes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        # They give the group its rights, and must have done so.
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [migrations.RunPython(remove, migrations.RunPython.noop)]
