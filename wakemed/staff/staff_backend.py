"""What a member of staff may do, read in one statement. Django's own backend asks for groups and for people."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db.models import Q


class StaffBackend(AuthenticationBackend):
    """Signs in as allauth does; rights are those of the person and of their groups, as Django defines them."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Return the rights, which the user keeps for the rest of the page."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            theirs = Permission.objects.all()
            if not user_obj.is_superuser:
                theirs = theirs.filter(Q(user=user_obj) | Q(group__user=user_obj))
            names = theirs.order_by().values_list("content_type__app_label", "codename").distinct()
            user_obj._perm_cache = {f"{app}.{name}" for app, name in names}
        rights: set[str] = user_obj._perm_cache
        return rights
