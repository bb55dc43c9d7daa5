"""Staff accounts. Patients have none: they come back through a link and their date of birth."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class StaffManager(UserManager["User"]):
    """Makes users from an e-mail address alone and finds them whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with this e-mail address, ignoring case; raises User.DoesNotExist."""
        return self.get(email__iexact=username)

    def _make(self, email: str, password: str | None, **fields: Any) -> "User":
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":  # type: ignore[override]
        """Create a user who may sign in; raises ValueError without an address."""
        return self._make(email, password, **fields)

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":  # type: ignore[override]
        """Create a user with every right; for the person who sets the site up."""
        return self._make(email, password, **(fields | {"is_staff": True, "is_superuser": True}))


class User(AbstractUser):
    """A member of staff; the e-mail address is the login."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    physician = models.OneToOneField(
        "physicians.Physician",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="account",
        verbose_name=_("physician"),
        help_text=_("The profile of a person who signs pages (“Reviewed by … on …”). Without one they can't sign."),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[StaffManager] = StaffManager()

    class Meta:
        verbose_name = _("staff member")
        verbose_name_plural = _("staff members")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_in_lower_case"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def clean(self) -> None:
        """Keep addresses in lower case, so that one person cannot have two accounts."""
        super().clean()
        self.email = self.email.lower()
