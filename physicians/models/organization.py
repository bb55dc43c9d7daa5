"""The hospital, as the header, footer, mail and structured data present it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField


class Organization(models.Model):
    """One row; the database refuses a second."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("name"), max_length=100)
    service_line = models.CharField(_("service line"), max_length=100, blank=True)
    appointment_phone = PhoneNumberField(_("phone for appointments"))
    main_phone = PhoneNumberField(_("main phone"))
    email = models.EmailField(_("e-mail address"))
    phone_hours = models.CharField(
        _("when the appointment phone is answered"), max_length=100, help_text=_("“Monday to Friday, 8 am to 5 pm”")
    )
    street = models.CharField(_("street"), max_length=120)
    city = models.CharField(_("city"), max_length=60)
    state = models.CharField(_("state"), max_length=2)
    postal_code = models.CharField(_("ZIP code"), max_length=10)
    gender_in_directory = models.BooleanField(
        _("patients may choose doctors by gender"),
        default=False,
        help_text=_("Shows the choice in the directory, and each doctor's gender where the profile gives one."),
    )

    class Meta:
        verbose_name = _("hospital")
        verbose_name_plural = _("hospital")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="organization_is_one_row")]

    def __str__(self) -> str:
        return self.name
