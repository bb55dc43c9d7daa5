"""Sample sign-ins for each door, with generated passwords that only the data folder holds."""

import secrets

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page

from physicians.models import Physician
from spine.attestations.attest import record_attestation, years_after
from spine.attestations.attestation_dates import is_clinical
from wakemed.models import User

REVIEWER = "reviewer@example.com"
SIGNS_AS = "amara-okonkwo-reyes"  # the sample physician whose account is the reviewer's
REVIEWED_PAGE = "tumors-of-the-spine"

SAMPLE_STAFF = [
    # e-mail, first name, last name, group (None: every right), may open /admin/
    ("admin@example.com", "Avery", "Admin", None, True),
    ("scheduler@example.com", "Sam", "Scheduler", "Schedulers", True),
    ("manager@example.com", "Morgan", "Manager", "Scheduling managers", True),
    ("nurse@example.com", "Noor", "Nurse", "Nurses", True),
    ("auditor@example.com", "Alex", "Auditor", "Auditors", True),
    ("editor@example.com", "Eden", "Editor", "Editors", False),
    (REVIEWER, "Amara", "Okonkwo-Reyes", "Clinical reviewers", False),
    ("directory@example.com", "Devon", "Directory", "Directory editors", False),
    ("oncall@example.com", "Owen", "Oncall", "Emergency publishers", False),
]


def load() -> None:
    """Create the sample staff who do not exist yet and add their passwords to DATA_DIR/sample-sign-ins.txt."""
    path = settings.DATA_DIR / "sample-sign-ins.txt"
    path.touch(mode=0o600)
    for email, first_name, last_name, group, is_staff in SAMPLE_STAFF:
        if User.objects.filter(email__iexact=email).exists():
            continue
        password = secrets.token_urlsafe(9)
        user = User.objects.create_user(
            email, password, first_name=first_name, last_name=last_name, is_staff=is_staff, is_superuser=group is None
        )
        if group:
            user.groups.add(Group.objects.get(name=group))
        with path.open("a") as sign_ins:
            sign_ins.write(f"{group or 'Everything':<18} {email:<24} {password}\n")
        if email == REVIEWER:
            _record_sample_review(user)


def _record_sample_review(reviewer: User) -> None:
    """Let the reviewer sign one page, so there is a page with its dates to see.

    The page says that the physician is invented and that nobody has reviewed it.
    """
    reviewer.physician = Physician.objects.live().filter(slug=SIGNS_AS, is_sample=True).first()
    reviewer.save(update_fields=["physician"])
    page = Page.objects.live().filter(slug=REVIEWED_PAGE).first()
    if reviewer.physician and page and is_clinical(page):
        today = timezone.localdate()
        record_attestation(
            page=page,
            by=reviewer,
            reviewed_on=today,
            next_review_due=years_after(today, 1),
            note="A sample, recorded when the first content was loaded.",
        )
