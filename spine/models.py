"""Pages and notices."""

from spine.attestations.attestation import ContentReview, ReviewReminder
from spine.four_eyes.approval_task import ClinicalReviewTask
from spine.four_eyes.approvals import Approval, ContentChange, content_hash
from spine.notices.notice import Notice
from spine.notices.notice_queryset import NoticeLevel, NoticeState
from spine.pages.condition_pages import ConditionIndexPage, ConditionPage
from spine.pages.home_page import HomePage
from spine.pages.information_pages import InformationPage, LegalPage
from spine.pages.treatment_pages import TreatmentIndexPage, TreatmentPage
from spine.search.page_text import PageText

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
