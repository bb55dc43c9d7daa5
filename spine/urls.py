"""The addresses of this app that are no pages of the tree."""

from django.urls import path

from . import views

app_name = "spine"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("social/<int:pk>-<slug:version>.png", views.social_image, name="social_image"),
]
