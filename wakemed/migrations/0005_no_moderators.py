"""What Wagtail comes with and nobody here needs.

A group "Moderators" who may publish pages: it goes, unless it has members. Rights of the group "Editors" to every
picture, which only another door would ask for (theirs are those of the collections), and to documents, which no page
has. What an earlier release gave goes too: the hospital's own row is an administrator's.
"""

from typing import Any

from django.db import migrations


def remove(apps: Any, schema_editor: Any) -> None:
    """Delete the group with its rights, and take these from the others."""
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name="Moderators", user=None).delete()
    for editors in Group.objects.filter(name="Editors"):
        files = editors.permissions.filter(content_type__app_label__in=["wagtailimages", "wagtaildocs"])
        editors.permissions.remove(*files)
        editors.collection_permissions.filter(permission__content_type__app_label="wagtaildocs").delete()
    for directory in Group.objects.filter(name="Directory editors"):
        directory.permissions.remove(*directory.permissions.filter(codename="change_organization"))
    # A PDF is public from the moment it is uploaded, and no page can be reviewed with it.
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(
        group__name="Editors", permission__content_type__app_label="wagtaildocs"
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0004_directory_editors"),
        ("auth", "0012_alter_user_first_name_max_length"),
        # They give the group its rights, and must find it.
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [migrations.RunPython(remove, migrations.RunPython.noop)]
