"""Every address of the two staff doors, as the URL resolver knows them, with real objects for their arguments."""

from django.contrib.contenttypes.models import ContentType
from django.urls import URLResolver, get_resolver, reverse
from wagtail.blocks import Block

from wakemed.web.root_page import NEEDS_A_PARENT

DOORS = ("admin/", "cms/")
# Patterns without a name: Django's and Wagtail's catch-alls, and what stands before their own sign-in.
NAMELESS = {
    "admin/login/": "/admin/login/",
    "admin/password_change/": "/admin/password_change/",
    "admin/(?P<url>.*)$": "/admin/nowhere/",
    "cms/login/": "/cms/login/",
    "cms/failwhale/": "/cms/failwhale/",
    "cms/test404/": "/cms/test404/",
    "cms/^.*/$": "/cms/nowhere/",
    **{f"cms/pages/<root_page:page_id>/{name}/": f"/cms/pages/1/{name}/" for name in NEEDS_A_PARENT},
}
# What some pages ask for besides.
QUERIES = {
    "wagtail_bulk_action": lambda things: f"?id={things.draft.pk}",
    "wagtailadmin_api:pages:find": lambda things: "?html_path=/visitors/",
    "wagtailadmin_block_preview": lambda things: f"?id={next(iter(Block.definition_registry))}",
}
# Where the name alone does not say which object an address is about.
OBJECTS = {
    "wagtailadmin_collections": "collection",
    "wagtailadmin_workflows": "workflow",
    "wagtailadmin_api:pages": "page",
    "wagtailadmin_api:documents": "document",
    "wagtailadmin_api:images": "image",
    "wagtailsites": "site",
    "wagtailusers_users": "user",
    "wagtailusers_groups": "group",
    "wagtaildocs": "document",
    "wagtaildocs_chooser": "document",
    "wagtailimages": "image",
    "wagtailimages_chooser": "image",
    "wagtailadmin_pages:convert_alias": "alias",
    "wagtailadmin_pages:delete": "draft",
    "wagtailadmin_pages:copy": "draft",
    "wagtailadmin_pages:move": "draft",
    "wagtailadmin_pages:move_confirm": "draft",
    "wagtailadmin_workflows:task_chosen": "task",
    "wagtailadmin_workflows:add_task": "task",
    "wagtail_bulk_action": "any_page",
    "wagtailadmin_pages:unpublish": "clinical",
    "wagtailadmin_pages:usage": "clinical",
    "wagtailadmin_workflows:edit_task": "task",
    "wagtailadmin_workflows:disable_task": "task",
    "wagtailadmin_workflows:enable_task": "task",
    "wagtailadmin_tag_model_autocomplete": "tag",
    "spine_attest": "clinical",
    "physicians_verify": "physician",
    "auth_user_password_change": "user",
    "view_on_site": "appointmentrequest",
    "app_list": "appointmentrequest",
}


def every_address(things):
    """Return the addresses behind the doors as (name, address), the pattern in place of a name that is missing."""
    found = []
    for name, arguments in named_patterns(lambda route: route.startswith(DOORS)):
        if name.endswith("<path:object_id>/"):
            found.append((name, "/" + name.replace("<path:object_id>", "1")))
        elif name in NAMELESS:
            found.append((name, NAMELESS[name]))
        elif "" in arguments:
            found.append((name, reverse(name, args=[things.page.pk, "live", "latest"])))
        else:
            values = _values(name, things) if arguments else {}
            address = reverse(name, kwargs={argument: values[argument] for argument in arguments})
            found.append((name, address + QUERIES.get(name, lambda things: "")(things)))
    return found


def named_patterns(is_wanted, patterns=None, route="", namespace="", arguments=()):
    """Yield the name of each pattern whose route is wanted, or its route without one, and its arguments' names."""
    for pattern in patterns or get_resolver().url_patterns:
        here = route + str(pattern.pattern)
        if not is_wanted(here):
            continue
        regex = pattern.pattern.regex
        named = (*arguments, *(regex.groupindex or [""] * regex.groups))
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from named_patterns(is_wanted, pattern.url_patterns, here, inner, named)
        else:
            yield (f"{namespace}{pattern.name}" if pattern.name else here), named


def object_of(name, things):
    """Return what an address of this name is about, a page where nothing else is said."""
    namespace, _, last = name.rpartition(":")
    known = OBJECTS.get(name) or OBJECTS.get(last) or OBJECTS.get(namespace)
    if known:
        return getattr(things, known)
    if namespace.startswith(("wagtailsnippets_", "wagtailsnippetchoosers_")):
        return getattr(things, namespace.rsplit("_", 1)[1])
    if namespace == "admin" and last.count("_") >= 2:
        return getattr(things, last.split("_")[1])
    return things.page


def _values(name, things):
    """Return a value for every argument that an address of this name may have; a new one is a KeyError."""
    about = object_of(name, things)
    state = getattr(about, "current_workflow_state", None)
    revision = getattr(about, "latest_revision_id", None)
    kind = about._meta
    return {
        **dict.fromkeys(("pk", "object_id", "page_id", "page_to_move_id", "image_id", "document_id"), about.pk),
        **dict.fromkeys(("doc_id", "page_pk", "collection_id", "id"), about.pk),
        **dict.fromkeys(("app_label", "content_type_app_name", "app_name"), kind.app_label),
        **dict.fromkeys(("model_name", "content_type_model_name"), kind.model_name),
        "parent_page_id": things.home.pk,
        "destination_id": things.home.pk,
        "revision_id": revision,
        "revision_id_a": "live",
        "revision_id_b": "latest",
        "task_state_id": state and state.current_task_state_id,
        "workflow_state_id": state and state.pk,
        "task_id": things.task.pk,
        "workflow_pk": things.workflow.pk,
        "session_id": things.session.pk,
        "redirect_id": things.redirect.pk,
        "notice_id": things.notice.pk,
        "physician_id": things.physician.pk,
        "request_id": things.appointmentrequest.pk,
        "key": things.savedfilter.pk,
        "hand_over_id": things.handover.pk,
        "uploaded_file_id": things.uploads.pk,
        "content_type_id": ContentType.objects.get_for_model(things.appointmentrequest).pk,
        "action": "delete",
        "action_name": "approve",
        "filter_spec": "width-100",
        "uidb64": "MQ",
        "token": "a-b",
    }
