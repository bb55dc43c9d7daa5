"""Pages and notices."""

from .approvals import Approval, ContentChange, content_hash
from .clinical_review import ClinicalReviewTask
from .conditions import ConditionIndexPage, ConditionPage
from .content_review import ContentReview, ReviewReminder
from .home import HomePage
from .information import InformationPage, LegalPage
from .notice_queryset import NoticeLevel, NoticeState
from .notices import Notice
from .page_text import PageText
from .treatments import TreatmentIndexPage, TreatmentPage

__all__ = [
    "Approval",
    "ClinicalReviewTask",
    "ConditionIndexPage",
    "ConditionPage",
    "ContentChange",
    "ContentReview",
    "HomePage",
    "InformationPage",
    "LegalPage",
    "Notice",
    "NoticeLevel",
    "NoticeState",
    "PageText",
    "ReviewReminder",
    "TreatmentIndexPage",
    "TreatmentPage",
    "content_hash",
]
