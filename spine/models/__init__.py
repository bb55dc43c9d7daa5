"""Pages and notices."""

from .conditions import ConditionIndexPage, ConditionPage
from .home import HomePage
from .information import InformationPage, LegalPage
from .notices import Notice, NoticeLevel
from .treatments import TreatmentIndexPage, TreatmentPage

__all__ = [
    "ConditionIndexPage",
    "ConditionPage",
    "HomePage",
    "InformationPage",
    "LegalPage",
    "Notice",
    "NoticeLevel",
    "TreatmentIndexPage",
    "TreatmentPage",
]
