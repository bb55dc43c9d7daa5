"""What the group of editors may do with pages, images and documents.

Model permissions (notices, physicians' profiles) are granted like any other; these hang on the root of the
page tree and of the collections.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

PAGE_PERMISSIONS = ("add_page", "change_page")
COLLECTION_PERMISSIONS = (
    ("wagtailimages", "add_image"),
    ("wagtailimages", "change_image"),
    ("wagtailimages", "choose_image"),
    ("wagtaildocs", "add_document"),
    ("wagtaildocs", "change_document"),
    ("wagtaildocs", "choose_document"),
)


def grant_editors(*, group: Group) -> None:
    """Let the group write pages and fill the image and document libraries; publishing is somebody else's.

    Safe to repeat. Grants nothing while the trees have no root, which is so only in an emptied database.
    """
    page_root = Page.get_first_root_node()
    if page_root is not None:
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=PAGE_PERMISSIONS
        ):
            GroupPagePermission.objects.get_or_create(group=group, page=page_root, permission=permission)
    collection_root = Collection.get_first_root_node()
    if collection_root is not None:
        for app_label, codename in COLLECTION_PERMISSIONS:
            permission = Permission.objects.get(content_type__app_label=app_label, codename=codename)
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection_root, permission=permission
            )
