"""One form for each question page."""

from .base import Known, StepForm, Typed
from .condition import ConditionForm
from .contact import ContactForm
from .doctor import DoctorForm
from .history import HistoryForm, ReferralForm
from .needs import NeedsForm
from .patient import PatientForm
from .safety import EmergencyForm, SafetyForm
from .times import TimesForm
from .visit import LocationsForm, StateForm, VisitForm
from .who import CaregiverForm, WhoForm

__all__ = [
    "CaregiverForm",
    "ConditionForm",
    "ContactForm",
    "DoctorForm",
    "EmergencyForm",
    "HistoryForm",
    "Known",
    "LocationsForm",
    "NeedsForm",
    "PatientForm",
    "ReferralForm",
    "SafetyForm",
    "StateForm",
    "StepForm",
    "TimesForm",
    "Typed",
    "VisitForm",
    "WhoForm",
]
