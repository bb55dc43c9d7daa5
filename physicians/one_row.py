"""A table with one row, in the CMS."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from .reviewed_snippets import ReviewedPolicy


class OneRowPolicy(ModelPermissionPolicy):
    """The row can be changed. Nobody, superusers included, adds a second one or deletes it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Refuse to add and to delete."""
        return action not in {"add", "delete"} and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: list[str]) -> bool:
        """Tell whether one of the actions is left."""
        return any(self.user_has_permission(user, action) for action in actions)


class OneReviewedRowPolicy(OneRowPolicy, ReviewedPolicy):
    """One row, and a second person approves its words."""
