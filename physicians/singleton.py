"""CMS permissions for tables with a single row."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from .four_eyes_snippets import FourEyesPolicy


class SingletonPolicy(ModelPermissionPolicy):
    """The row can be changed. No one, not even a superuser, adds a second one or deletes it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Refuse to add and to delete."""
        return action not in {"add", "delete"} and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: list[str]) -> bool:
        """Return True if at least one of the actions is allowed."""
        return any(self.user_has_permission(user, action) for action in actions)


class FourEyesSingletonPolicy(SingletonPolicy, FourEyesPolicy):
    """One row, and a second person approves its words."""
