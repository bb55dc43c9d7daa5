"""Sample sign-ins for each door, with generated passwords that only the data folder holds."""

import secrets

from django.conf import settings
from django.contrib.auth.models import Group

from .models import User

SAMPLE_STAFF = [
    # e-mail, first name, last name, group (None: every right), may open /admin/
    ("admin@example.com", "Avery", "Admin", None, True),
    ("scheduler@example.com", "Sam", "Scheduler", "Scheduling staff", True),
    ("editor@example.com", "Eden", "Editor", "Editors", False),
    ("reviewer@example.com", "Robin", "Reviewer", "Clinical reviewers", False),
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
