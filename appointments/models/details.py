"""Groups of a request's columns, one for each part of the form."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField


class YesNo(models.TextChoices):
    """An answer to a yes-or-no question. Blank means it wasn't asked."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_SURE = "not_sure", _("Not sure")


class Scan(models.TextChoices):
    """Scans of the spine that have been taken."""

    MRI = "mri", _("MRI")
    CT = "ct", _("CT")
    X_RAY = "x_ray", _("X-ray")
    NONE = "none", _("None")
    NOT_SURE = "not_sure", _("Not sure")


class Relationship(models.TextChoices):
    """How a caregiver is related to the patient."""

    PARENT = "parent", _("Parent")
    GUARDIAN = "guardian", _("Legal guardian")
    SPOUSE = "spouse", _("Husband, wife or partner")
    CHILD = "child", _("Son or daughter")
    RELATIVE = "relative", _("Another relative")
    FRIEND = "friend", _("Friend or neighbor")
    PROFESSIONAL = "professional", _("Nurse, aide or social worker")
    OTHER = "other", _("Someone else")


class Need(models.TextChoices):
    """Something we arrange for a visit."""

    INTERPRETER = "interpreter", _("An interpreter")
    WHEELCHAIR = "wheelchair", _("Room for a wheelchair, or help with walking")
    HEARING = "hearing", _("Help with hearing")
    SIGHT = "sight", _("Help with reading or seeing")
    COMPANION = "companion", _("Someone comes along")


class SpokenLanguage(models.TextChoices):
    """The languages most spoken in North Carolina after English (US Census Bureau, language at home, table C16001)."""

    EN = "en", _("English")
    ES = "es", _("Español (Spanish)")
    ZH = "zh", _("中文 (Chinese)")
    VI = "vi", _("Tiếng Việt (Vietnamese)")
    KO = "ko", _("한국어 (Korean)")
    FR = "fr", _("Français (French)")
    AR = "ar", _("العربية (Arabic)")
    HMN = "hmn", _("Hmoob (Hmong)")
    RU = "ru", _("Русский (Russian)")
    TL = "tl", _("Tagalog (Filipino)")
    GU = "gu", _("ગુજરાતી (Gujarati)")
    HI = "hi", _("हिन्दी (Hindi)")
    DE = "de", _("Deutsch (German)")
    PT = "pt", _("Português (Portuguese)")
    SW = "sw", _("Kiswahili (Swahili)")
    ASE = "ase", _("American Sign Language")
    OTHER = "other", _("Another language")


class Background(models.Model):
    """What is known before the first visit."""

    urgent_symptoms = models.BooleanField(
        _("has a symptom of the safety check"),
        default=False,
        help_text=_("The person said yes, was told to call 911, and went on."),
    )
    seen_before = models.CharField(_("seen here before"), max_length=8, choices=YesNo, blank=True)
    scans = ArrayField(models.CharField(max_length=8, choices=Scan), verbose_name=_("scans"), default=list, blank=True)
    biopsy = models.CharField(_("biopsy"), max_length=8, choices=YesNo, blank=True)
    referred = models.CharField(_("referred by a clinician"), max_length=8, choices=YesNo, blank=True)
    referrer_name = models.CharField(_("who referred"), max_length=200, blank=True)
    referrer_practice = models.CharField(_("practice that referred"), max_length=200, blank=True)
    referrer_phone = PhoneNumberField(_("phone of the practice that referred"), blank=True)

    class Meta:
        abstract = True


class Caregiver(models.Model):
    """The person who asks for the patient. All blank if the patient asks."""

    caregiver_name = models.CharField(_("caregiver"), max_length=200, blank=True)
    caregiver_relationship = models.CharField(
        _("caregiver's relationship"), max_length=12, choices=Relationship, blank=True
    )
    caregiver_phone = PhoneNumberField(_("caregiver's phone"), blank=True)
    caregiver_consent = models.BooleanField(_("may ask on the patient's behalf"), default=False)

    class Meta:
        abstract = True


class AccessNeeds(models.Model):
    """What helps the patient at the visit."""

    language = models.CharField(_("language"), max_length=8, choices=SpokenLanguage, blank=True)
    needs = ArrayField(
        models.CharField(max_length=12, choices=Need), verbose_name=_("access needs"), default=list, blank=True
    )
    needs_note = models.CharField(_("what else helps"), max_length=500, blank=True)

    class Meta:
        abstract = True
