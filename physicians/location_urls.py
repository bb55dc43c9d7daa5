"""The clinics' addresses, below /locations/."""

from django.urls import path

from . import views

app_name = "locations"
urlpatterns = [
    path("", views.locations, name="index"),
    path("<slug:slug>/", views.location, name="location"),
]
