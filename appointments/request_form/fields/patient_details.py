"""What counts as a legal name, a ZIP code, a date of birth and so on: the same for patients and the desk."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.models import Relationship, Scan

from .plain_text import PlainTextField

EARLIEST_BIRTH = datetime.date(1900, 1, 1)
ADULT_YEARS = 18
BIRTH_ERRORS = {
    "required": _("Enter the date of birth."),
    "too_early": _("Enter a date of birth after 1899. Check the year."),
    "too_late": _("The date of birth is in the future. Check the year."),
}
ALONE = {Scan.NONE.value, Scan.NOT_SURE.value}  # answers that go with no other


def years_old(born: datetime.date) -> int:
    """Return the age today of someone born on this day."""
    today = timezone.localdate()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def is_minor(born: datetime.date) -> bool:
    """Return True if someone born on this day isn't an adult today."""
    return years_old(born) < ADULT_YEARS


class LegalNameField(PlainTextField):
    """The name on an ID, at most 200 characters."""

    default_error_messages = {"required": _("Enter the legal name, first and last.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=200, **kwargs)


class ZipCodeField(PlainTextField):
    """A ZIP code, with or without its four further digits."""

    default_validators = [RegexValidator(r"^[0-9]{5}(-[0-9]{4})?$", _("Enter a ZIP code of five digits, like 27610."))]
    default_error_messages = {"required": _("Enter the ZIP code.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10, **kwargs)


class RelationshipField(forms.ChoiceField):
    """What a caregiver is to the patient; nothing is chosen beforehand."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[("", _("Choose one")), *Relationship.choices], **kwargs)


class ScansField(forms.MultipleChoiceField):
    """Which scans were taken. “None” and “Not sure” go with no other answer."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "alone": _("Choose either the scans that have been taken, or “None” or “Not sure”."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=Scan, **kwargs)

    def validate(self, value: Any) -> None:
        """Raise ValidationError, with the code “alone” if the answers contradict each other."""
        super().validate(value)
        if len(value) > 1 and ALONE & set(value):
            raise ValidationError(self.error_messages["alone"], code="alone")
