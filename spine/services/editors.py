"""What editors and clinical reviewers may do with pages, images and documents.

Model permissions (notices, physicians' profiles) are granted like any other; these hang on the root of the
page tree and of the collections.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

EDITORS = ("add_page", "change_page")
# To publish is theirs in Wagtail's words only: it takes a page down or makes it private (spine/permissions.py).
REVIEWERS = ("change_page", "publish_page")
COLLECTION_PERMISSIONS = (
    ("wagtailimages", "add_image"),
    ("wagtailimages", "change_image"),
    ("wagtailimages", "choose_image"),
)


def grant_editors(*, group: Group) -> None:
    """Let the group write pages and fill the image and document libraries; publishing is somebody else's.

    Safe to repeat. Grants nothing while the trees have no root, which is so only in an emptied database.
    """
    _grant_on_pages(group, EDITORS)
    collection_root = Collection.get_first_root_node()
    if collection_root is not None:
        for app_label, codename in COLLECTION_PERMISSIONS:
            permission = Permission.objects.get(content_type__app_label=app_label, codename=codename)
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection_root, permission=permission
            )


def grant_reviewers(*, group: Group) -> None:
    """Let the group read every draft, correct it (a second reviewer approves that) and take pages down."""
    _grant_on_pages(group, REVIEWERS)


def _grant_on_pages(group: Group, codenames: tuple[str, ...]) -> None:
    root = Page.get_first_root_node()
    if root is not None:
        for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
