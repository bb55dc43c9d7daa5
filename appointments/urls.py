"""Addresses below /appointments/."""

from django.urls import path
from django.views.generic import RedirectView

from .patient_page import date_of_birth_page as manage
from .patient_page.answer_offer import AcceptView, RefuseView
from .patient_page.answer_question import AnswerView
from .patient_page.booked_visit import CalendarView
from .patient_page.change_and_cancel import CancelView, ChangeView, TakeBackView
from .patient_page.leave_device import leave
from .patient_page.lost_link_page import LostLinkView
from .patient_page.move_visit import AskToMoveView, ConfirmMoveView, MoveView
from .request_form.amend_sent import AmendView
from .request_form.autosave import ExtendView, keep
from .request_form.check_and_send import CheckView, DoneView
from .request_form.emergency_page import EmergencyView
from .request_form.question_pages import StepView
from .request_form.start_page import StartView

app_name = "appointments"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="appointments:start")),
    path("request/", StartView.as_view(), name="start"),
    path("request/check/", CheckView.as_view(), name="check"),
    path("request/done/", DoneView.as_view(), name="done"),
    path("request/amend/", AmendView.as_view(), name="amend"),
    path("request/emergency/", EmergencyView.as_view(), name="emergency"),
    path("request/extend/", ExtendView.as_view(), name="extend"),
    path("request/leave/", leave, name="leave"),
    path("request/<slug:step>/", StepView.as_view(), name="step"),
    path("request/<slug:step>/keep/", keep, name="keep"),
    path("manage/", LostLinkView.as_view(), name="lost_link"),
    path("manage/<slug:token>/", manage.ManageView.as_view(), name="manage"),
    path("manage/<slug:token>/change/", ChangeView.as_view(), name="change"),
    path("manage/<slug:token>/cancel/", CancelView.as_view(), name="cancel"),
    path("manage/<slug:token>/take-back/", TakeBackView.as_view(), name="take_back"),
    path("manage/<slug:token>/accept/", AcceptView.as_view(), name="accept"),
    path("manage/<slug:token>/none-suits/", RefuseView.as_view(), name="refuse"),
    path("manage/<slug:token>/answer/", AnswerView.as_view(), name="answer"),
    path("manage/<slug:token>/visit.ics", CalendarView.as_view(), name="calendar"),
    path("manage/<slug:token>/move/", MoveView.as_view(), name="move"),
    path("manage/<slug:token>/move/confirm/", ConfirmMoveView.as_view(), name="move_confirm"),
    path("manage/<slug:token>/move/ask/", AskToMoveView.as_view(), name="ask_to_move"),
]
