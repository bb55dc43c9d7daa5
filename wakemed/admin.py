"""Staff accounts in the admin. Patients have none."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from .models import User

PASSWORDS = ("usable_password", "password1", "password2")
FILTERS = {"is_active__exact", "is_staff__exact", "is_superuser__exact"}


class StaffCreationForm(AdminUserCreationForm):
    """A form that asks for an e-mail address where Django asks for a user name."""

    class Meta:
        model = User
        fields = ["email", "first_name", "last_name"]


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Django's user admin without the user name."""

    add_form = StaffCreationForm
    ordering = ["email"]
    list_display = ["email", "first_name", "last_name", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff", "is_superuser"]
    search_fields = ["email", "first_name", "last_name"]
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
                "fields": ("email", "first_name", "last_name", *PASSWORDS),
            },
        ),
    )

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Allow only the list's own filters in an address: others could guess at passwords, or make the page fail."""
        return lookup in FILTERS and value in {"0", "1"}


# Pictures, documents and their tags belong to the CMS; taggit's own page asks for no right at all.
admin.site.unregister([get_image_model(), get_document_model(), Tag])

admin.site.site_title = _("WakeMed Spine")
admin.site.site_header = _("WakeMed Spine scheduling")
admin.site.index_title = _("The desk")
admin.site.enable_nav_sidebar = False  # the queue needs the width
