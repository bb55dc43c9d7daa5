"""One form for each question page."""

from .condition_form import ConditionForm
from .contact_form import ContactForm
from .doctor_form import DoctorForm
from .history_form import HistoryForm, ReferralForm
from .needs_form import NeedsForm
from .patient_form import PatientForm
from .preferred_times_form import TimesForm
from .safety_form import EmergencyForm, SafetyForm
from .step_form import Known, StepForm, Typed
from .visit_form import LocationsForm, StateForm, VisitForm
from .who_form import CaregiverForm, WhoForm

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
