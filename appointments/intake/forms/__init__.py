"""One form for each question page."""

from .base import StepForm
from .condition import ConditionForm
from .doctor import DoctorForm
from .patient import PatientForm
from .times import TimesForm
from .visit import VisitForm

__all__ = ["ConditionForm", "DoctorForm", "PatientForm", "StepForm", "TimesForm", "VisitForm"]
