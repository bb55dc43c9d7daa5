"""All models of this app. Each lives in the room it belongs to; Django finds them here."""

from importlib import import_module
from pkgutil import iter_modules

from spine import pages
from spine.attestations.attestation import Attestation, AttestationReminder
from spine.four_eyes.approval_task import ApprovalTask
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
    "ApprovalTask",
    "Attestation",
    "AttestationReminder",
    "ConditionIndexPage",
    "ConditionPage",
    "ContentChange",
    "HomePage",
    "InformationPage",
    "LegalPage",
    "Notice",
    "NoticeLevel",
    "NoticeState",
    "PageText",
    "TreatmentIndexPage",
    "TreatmentPage",
    "content_hash",
]

# A new kind of page is found by itself: any module of spine/pages may define one.
for _found in iter_modules(pages.__path__):
    import_module(f"{pages.__name__}.{_found.name}")
