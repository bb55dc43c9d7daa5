"""The project as an app: users, groups, grants, and the two places where staff sign in."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class WakeMedConfig(AppConfig):
    """The project, with the steps around every `migrate`."""

    name = "wakemed"
    verbose_name = "WakeMed Spine"

    def ready(self) -> None:
        """Register checks, kinds of mail, our words for Wagtail's, and the steps before and after `migrate`."""
        from . import attestation_mail, checks, deploy_checks  # noqa: F401  register themselves
        from .database.cache_table import create_cache_table
        from .database.grants import grant_application_role
        from .database.trigger_guard import heed_only_the_owner
        from .departures import physician_departures  # noqa: F401
        from .retention.eraser_role import grant_eraser_role
        from .security_log import accounts, patient_links, rights, second_steps, signins  # noqa: F401  and these
        from .signin import account_mail, attempt_mail, lost_passwords, second_factor, session_limits  # noqa: F401  these, too
        from .staff.groups import create_groups
        from .wagtails_words import say_ours

        say_ours()
        pre_migrate.connect(create_cache_table, sender=self, dispatch_uid="wakemed.database.cache_table")
        post_migrate.connect(create_groups, sender=self, dispatch_uid="wakemed.staff.groups")
        post_migrate.connect(heed_only_the_owner, sender=self, dispatch_uid="wakemed.database.trigger_guard")
        post_migrate.connect(grant_application_role, sender=self, dispatch_uid="wakemed.database.grants")
        post_migrate.connect(grant_eraser_role, sender=self, dispatch_uid="wakemed.eraser_role")
