"""The list of message templates, and the page of each."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.row_keys import ChosenRowsAdmin
from appointments.admin.titled_list import TitledList
from appointments.models import MessageTemplate, TemplateTranslation

from .templates_form import TemplateForm, TranslationForm, TranslationFormSet


class TranslationInline(admin.StackedInline):
    """The other languages of a template. Who may change the template may change them."""

    model = TemplateTranslation
    form = TranslationForm
    formset = TranslationFormSet
    extra = 1

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return what the template's own right says."""
        return request.user.has_perm("appointments.view_messagetemplate")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return what the template's own right says; a new template is one that is added."""
        right = "change_messagetemplate" if obj else "add_messagetemplate"
        return request.user.has_perm(f"appointments.{right}")

    has_add_permission = has_delete_permission = has_change_permission


@admin.register(MessageTemplate)
class MessageTemplateAdmin(TitledList, ChosenRowsAdmin):
    """Message templates. Django's admin keeps each one's history."""

    list_title = _("Message templates")
    list_about = _(
        "Words that schedulers put into a form of a request's page with one click. Never write a patient's name or "
        "anything about a patient here: placeholders such as {patient} are filled in from the request."
    )
    add_label = _("Add a template")
    empty_words = _("No templates yet.")
    form = TemplateForm
    inlines = [TranslationInline]
    list_display = ["name", "use", "languages", "position", "is_active"]
    list_per_page = 200

    def get_queryset(self, request: HttpRequest) -> QuerySet[MessageTemplate]:
        """Return the templates with their translations."""
        return super().get_queryset(request).prefetch_related("translations")

    @admin.display(description=_("languages"))
    def languages(self, template: MessageTemplate) -> str:
        """Return the languages that it has words in."""
        return ", ".join([_now("English"), *(str(each) for each in template.translations.all())])

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address: the list has none."""
        return False
