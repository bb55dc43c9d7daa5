"""What editors and clinical reviewers may do with pages, images and documents.

Model permissions (notices, physicians' profiles) are granted like any others. These are granted at the root of the
page tree and of the collections.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

EDITORS = ("add_page", "change_page")
# “Publish” is only Wagtail's word for it: they may take a page down or make it private (page_permissions.py).
REVIEWERS = ("change_page", "publish_page")
PICTURES = ("add_image", "change_image", "choose_image")
PORTRAITS = ("add_image", "choose_image")  # people may change their own pictures without more


def grant_editors(*, group: Group) -> None:
    """Let the group write pages and fill the image and document libraries. Publishing takes someone else.

    Safe to repeat. Grants nothing while the trees have no root, as in an emptied database.
    """
    _grant_on_pages(group, EDITORS)
    _grant_on_images(group, PICTURES)


def grant_directory_editors(*, group: Group) -> None:
    """Let the group upload and choose the photos of profiles."""
    _grant_on_images(group, PORTRAITS)


def grant_reviewers(*, group: Group) -> None:
    """Let the group read every draft, correct it (a second reviewer approves that) and take pages down."""
    _grant_on_pages(group, REVIEWERS)


def _grant_on_images(group: Group, codenames: tuple[str, ...]) -> None:
    root = Collection.get_first_root_node()
    if root is not None:
        for permission in Permission.objects.filter(content_type__app_label="wagtailimages", codename__in=codenames):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _grant_on_pages(group: Group, codenames: tuple[str, ...]) -> None:
    root = Page.get_first_root_node()
    if root is not None:
        for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
