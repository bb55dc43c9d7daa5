"""The directory's addresses, below /find-a-doctor/."""

from django.urls import path

from . import views

app_name = "physicians"
urlpatterns = [
    path("", views.directory, name="directory"),
    path("suggest/", views.suggestions, name="suggest"),  # reserved: physicians.models.free_slugs.RESERVED_SLUGS
    path("<slug:slug>/", views.profile, name="profile"),
]
