"""What managers fill in about a message template."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.models import MessageTemplate, TemplateTranslation, TemplateUse
from appointments.models.message_template import LONGEST_TEMPLATE, PLACEHOLDERS
from appointments.request_form.fields import PlainTextField

FILLED_IN = _("Filled in from the request: %(names)s. What it doesn't have yet, staff replace before they save.")


def _words(**kwargs: Any) -> PlainTextField:
    return PlainTextField(
        label=_("Text"), max_length=LONGEST_TEMPLATE, widget=forms.Textarea(attrs={"rows": 4, "cols": 60}), **kwargs
    )


class TemplateForm(forms.ModelForm):
    """One template, in English."""

    name = PlainTextField(label=_("Name"), max_length=60, help_text=_("What schedulers choose it by."))
    text = _words()

    class Meta:
        model = MessageTemplate
        fields = ("use", "name", "text", "position", "is_active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "text" in self.fields:  # those who may only look have no fields
            names = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            self.fields["text"].help_text = FILLED_IN % {"names": names}


class TranslationForm(forms.ModelForm):
    """The same in another language."""

    text = _words()

    class Meta:
        model = TemplateTranslation
        fields = ("language", "text")


class TranslationFormSet(forms.BaseInlineFormSet):
    """The other languages of one template."""

    def clean(self) -> None:
        """Refuse translations of what only colleagues read."""
        super().clean()
        use = self.instance.use
        if use not in TemplateUse.values or TemplateUse(use).is_for_patients:
            return
        kept = [form for form in self.forms if not form.cleaned_data.get("DELETE")]
        if any(form.has_changed() or form.instance.pk for form in kept):
            raise forms.ValidationError(
                _now("Only questions to patients need other languages. Remove them, or choose “%(use)s”.")
                % {"use": TemplateUse.ASK.label}
            )
