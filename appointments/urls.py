"""Addresses below /appointments/."""

from django.urls import path
from django.views.generic import RedirectView

from .intake import views as intake
from .manage import views as manage

app_name = "appointments"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="appointments:start")),
    path("request/", intake.StartView.as_view(), name="start"),
    path("request/check/", intake.CheckView.as_view(), name="check"),
    path("request/done/", intake.done, name="done"),
    path("request/<slug:step>/", intake.StepView.as_view(), name="step"),
    path("manage/<slug:token>/", manage.ManageView.as_view(), name="manage"),
]
