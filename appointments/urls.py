"""Addresses below /appointments/."""

from django.urls import path
from django.views.generic import RedirectView

from .intake.amend import AmendView
from .intake.emergency import EmergencyView
from .intake.keep import ExtendView, keep
from .intake.questions import StepView
from .intake.sending import CheckView, DoneView
from .intake.start import StartView
from .leaving import leave
from .manage import views as manage
from .manage.actions import CancelView, ChangeView, TakeBackView
from .manage.lost_link import LostLinkView
from .manage.move import AskToMoveView, ConfirmMoveView, MoveView
from .manage.offers import AcceptView, RefuseView
from .manage.question import AnswerView
from .manage.visit import CalendarView

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
