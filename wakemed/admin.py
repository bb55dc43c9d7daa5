"""Staff accounts in the admin. Patients have none."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.utils.translation import gettext_lazy as _

from .models import User

PASSWORDS = ("usable_password", "password1", "password2")


class StaffCreationForm(AdminUserCreationForm):
    """Asks for an e-mail address where Django asks for a user name."""

    class Meta:
        model = User
        fields = ["email", "first_name", "last_name"]


@admin.register(User)
class StaffAdmin(UserAdmin):
    """Django's user admin without the user name."""

    add_form = StaffCreationForm
    ordering = ["email"]
    list_display = ["email", "first_name", "last_name", "is_active", "is_staff"]
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


admin.site.site_title = _("WakeMed Spine")
admin.site.site_header = _("WakeMed Spine scheduling")
admin.site.index_title = _("The desk")
admin.site.enable_nav_sidebar = False  # the queue needs the width
