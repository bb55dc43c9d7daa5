"""Staff accounts in the admin. Patients have none."""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from .models import User
from .models.security_event import Happened
from .retention import erasures_page  # noqa: F401  registers itself
from .security_log import log_page  # noqa: F401  so does this
from .security_log.recording import record
from .signin.codes import forget_guesses
from .signin.ended_sessions import end_sessions
from .signin.lost_passwords import invite
from .signin.reset_factors import reset_factors

FILTERS = {"is_active__exact", "is_staff__exact", "is_superuser__exact"}


class StaffCreationForm(forms.ModelForm):
    """A new member of staff. They choose their own password, through the link in the mail that invites them."""

    class Meta:
        model = User
        fields = ["email", "first_name", "last_name"]

    def clean_email(self) -> str:
        """Return the address in lower case, so that one person can't have two accounts."""
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(gettext("Someone has an account with this address already."))
        return email

    def save(self, commit: bool = True) -> User:
        """Return the account without a password."""
        self.instance.set_unusable_password()
        person: User = super().save(commit=commit)
        return person


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Django's user admin without the user name."""

    add_form = StaffCreationForm
    ordering = ["email"]
    list_display = ["email", "first_name", "last_name", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff", "is_superuser"]
    search_fields = ["email", "first_name", "last_name"]
    actions = ["take_away_second_step", "unlock", "sign_out_everywhere", "part_from_hospital_account"]
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        (_("Name"), {"fields": ("first_name", "last_name", "physician")}),
        (_("What they may do"), {"fields": ("is_active", "is_staff", "groups", "is_superuser", "user_permissions")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "description": _("They get an email with a link to choose a password. What they may do comes next."),
                "fields": ("email", "first_name", "last_name"),
            },
        ),
    )

    def save_model(self, request: HttpRequest, person: User, form: forms.ModelForm, change: bool) -> None:
        """Invite the person whose account is new."""
        super().save_model(request, person, form, change)
        if not change:
            invite(person)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Allow only the list's own filters in an address: others could guess at passwords, or make the page fail."""
        return lookup in FILTERS and value in {"0", "1"}

    @admin.action(permissions=["change"], description=_("Take away the second step (a lost phone)"))
    def take_away_second_step(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        """Let the chosen staff set up a new second step, and sign them out everywhere."""
        reset = [person for person in chosen if reset_factors(person, request=request)]
        for person in reset:
            self.log_change(request, person, gettext("Took away the second step at sign-in."))
        if reset:
            text = ngettext(
                "%(number)d person sets up a new second step at the next sign-in. Make sure that it's really them.",
                "%(number)d people set up a new second step at the next sign-in. Make sure that it's really them.",
                len(reset),
            )
            messages.success(request, text % {"number": len(reset)})
        else:
            messages.warning(request, gettext("None of them has a second step."))

    @admin.action(permissions=["change"], description=_("Unlock (too many wrong passwords or codes)"))
    def unlock(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        """Let the chosen staff try again at once."""
        for person in chosen:
            get_adapter().forget_attempts(request, person.email)
            forget_guesses(request, person)
            record(Happened.UNLOCKED, request=request, account=person)
            self.log_change(request, person, gettext("Unlocked."))
        messages.success(request, gettext("They can try again."))

    @admin.action(permissions=["change"], description=_("Sign out everywhere"))
    def sign_out_everywhere(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        """End all sessions of the chosen staff."""
        for person in chosen:
            end_sessions(person)
            record(Happened.SIGNED_OUT, request=request, account=person)
            self.log_change(request, person, gettext("Signed out everywhere."))
        messages.success(request, gettext("They are signed out everywhere."))

    @admin.action(permissions=["change"], description=_("Part from the hospital account (a mistaken one)"))
    def part_from_hospital_account(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        """Have the chosen staff sign in with a password again, until their hospital account brings them back."""
        joined = [person for person in chosen if SocialAccount.objects.filter(user=person).delete()[0]]
        for person in joined:
            end_sessions(person)
            self.log_change(request, person, gettext("Parted from the hospital account."))
        if joined:
            messages.success(request, gettext("They choose a password through “Forgot your password?”."))
        else:
            messages.warning(request, gettext("None of them has a hospital account."))


# Pictures, documents and their tags belong to the CMS; taggit's own page asks for no right at all. Second factors and
# sessions are their owners' alone, and single sign-on is set up by settings.
admin.site.unregister(
    [get_image_model(), get_document_model(), Tag, Authenticator, UserSession, SocialAccount, SocialApp, SocialToken]
)

admin.site.site_title = _("WakeMed Spine")
admin.site.site_header = _("WakeMed Spine scheduling")
admin.site.index_title = _("The desk")
admin.site.enable_nav_sidebar = False  # the queue needs the width
