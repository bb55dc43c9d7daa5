"""Who may do what with a page that needs approval."""

from wagtail.locks import ScheduledForPublishLock
from wagtail.models import PagePermissionTester

from .approval_lock import ApprovalLock


class ApprovedPageTester(PagePermissionTester):
    """Wagtail's tester without the button “Publish”: publishing follows from an approval, for superusers too.

    The permission to publish still lets people take a page down, make it private and stop a scheduled publication.
    """

    def page_locked(self) -> bool:
        """Return True if this person can't change the page. Reviewers can, once they have pressed “Edit”."""
        lock = self.page.get_lock()
        return lock.keeps_out(self.user) if isinstance(lock, ApprovalLock) else bool(super().page_locked())

    def can_unpublish(self) -> bool:
        """Return True if this person may take the page down. A change that was scheduled is canceled with it."""
        if isinstance(self.page.get_lock(), ScheduledForPublishLock):
            return bool(self.page.live and super().can_publish())
        return bool(super().can_unpublish())

    def can_publish(self) -> bool:
        """Return False: no one publishes alone."""
        return False

    def can_publish_subpage(self) -> bool:
        """Return False: no one publishes alone."""
        return False

    def can_set_view_restrictions(self) -> bool:
        """Return True if this person may make the page private, or public again: what is live has been approved."""
        return super().can_publish()

    def can_unschedule(self) -> bool:
        """Return True if this person may stop a publication that was approved for later."""
        return super().can_publish()

    def can_move(self) -> bool:
        """Return True if this person could have added the page. Moving it changes no words."""
        return bool(super().can_delete(ignore_bulk=True)) and (self.user.is_superuser or "add" in self.permissions)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Return True if this person could have added the page, and neither it nor a page below it is live."""
        if not super().can_delete(ignore_bulk) or not self.can_move():
            return False
        return self.user.is_superuser or not self.page.get_descendants(inclusive=True).live().exists()
