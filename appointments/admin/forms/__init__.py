"""What staff fill in at the desk."""

from .base import DeskDateField, DeskForm
from .closing import CloseForm, DuplicateForm, ReopenForm, WaitlistForm
from .contact import AskForm, ContactForm, NoteForm
from .correction import CorrectionForm
from .times import BookForm, FilterForm, OfferForm, TimesForm
from .visits import AcceptForm, CancelForm, JoinLinkForm, NumbersForm, RefuseForm
from .work import AssignForm, NurseReviewForm

__all__ = [
    "AcceptForm",
    "AskForm",
    "AssignForm",
    "BookForm",
    "CancelForm",
    "CloseForm",
    "ContactForm",
    "CorrectionForm",
    "DeskDateField",
    "DeskForm",
    "DuplicateForm",
    "FilterForm",
    "JoinLinkForm",
    "NoteForm",
    "NumbersForm",
    "NurseReviewForm",
    "OfferForm",
    "RefuseForm",
    "ReopenForm",
    "TimesForm",
    "WaitlistForm",
]
