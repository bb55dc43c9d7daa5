"""The groups of staff and what each may do, made after every `migrate`.

A permission that a manager adds by hand in the admin stays.
"""

from typing import Any

from django.apps import apps

from spine.four_eyes.approval_workflow import settle_approval_workflow
from spine.four_eyes.editor_rights import grant_directory_editors, grant_editors, grant_reviewers
from wakemed.security_log.recording import paused

HOURS = (
    *(
        f"{action}_{model}"
        for model in ("availabilityrule", "extrasession", "timeoff", "virtualroom", "holiday")
        for action in ("view", "add", "change", "delete")
    ),
    *("add_busyimport", "view_busyimport", "view_busytime"),
)

# group: (app label, permission codenames)
GROUPS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "Schedulers": [
        ("appointments", ("add_appointmentrequest", "change_appointmentrequest", "view_appointmentrequest")),
        ("appointments", HOURS),
    ],
    # They schedule, and manage how the desk works.
    "Scheduling managers": [
        ("appointments", ("add_appointmentrequest", "change_appointmentrequest", "view_appointmentrequest")),
        ("appointments", ("share_savedfilter", "copy_appointmentrequest")),
        ("appointments", tuple(f"{action}_messagetemplate" for action in ("view", "add", "change", "delete"))),
        ("appointments", HOURS),
    ],
    # They review what may be urgent; only they end a review.
    "Nurses": [
        ("appointments", ("change_appointmentrequest", "view_appointmentrequest", "finish_nurse_review")),
    ],
    # They see who has read which request, who signed in, and the words that staff have ready, but no request.
    "Auditors": [
        ("appointments", ("view_recordaccess", "view_desksearch", "view_messagetemplate")),
        ("wakemed", ("view_securityevent", "view_erasure")),
    ],
    "Editors": [
        ("wagtailadmin", ("access_admin",)),
        ("spine", ("add_notice", "change_notice", "view_notice")),
        ("appointments", ("change_requestwording",)),
    ],
    "Directory editors": [
        ("wagtailadmin", ("access_admin",)),
        (
            "physicians",
            (
                *("add_physician", "change_physician", "publish_physician"),
                *("add_location", "change_location", "publish_location"),
                *("add_condition", "change_condition", "publish_condition"),
                *("add_specialty", "change_specialty", "publish_specialty"),
                *("add_procedure", "change_procedure", "publish_procedure"),
                *("add_language", "change_language"),
                *("add_dangerphrase", "change_dangerphrase"),
            ),
        ),
    ],
    "Clinical reviewers": [
        ("wagtailadmin", ("access_admin",)),
        ("spine", ("change_notice", "publish_notice", "view_notice")),
        ("spine", ("add_attestation",)),
        ("appointments", ("change_requestwording", "publish_requestwording")),
        ("physicians", ("change_dangerphrase",)),
    ],
    # The named right to publish an emergency notice alone.
    "Emergency publishers": [
        ("wagtailadmin", ("access_admin",)),
        ("spine", ("add_notice", "change_notice", "view_notice", "publish_emergency_notice")),
    ],
}


@paused()
def create_groups(using: str = "default", **kwargs: Any) -> None:
    """Create the groups, add the permissions they need, and make the reviewers the approvers."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, grants in GROUPS.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        for app_label, codenames in grants:
            group.permissions.add(
                *Permission.objects.using(using).filter(content_type__app_label=app_label, codename__in=codenames)
            )
    reviewers = Group.objects.using(using).get(name="Clinical reviewers")
    grant_editors(group=Group.objects.using(using).get(name="Editors"))
    grant_directory_editors(group=Group.objects.using(using).get(name="Directory editors"))
    grant_reviewers(group=reviewers)
    settle_approval_workflow(reviewers=reviewers)
