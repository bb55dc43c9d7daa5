"""The addresses of this app that are no pages of the tree."""

from django.urls import path

from .search.search_view import search, social_image

app_name = "spine"
urlpatterns = [
    path("search/", search, name="search"),
    path("social/<int:pk>-<slug:version>.png", social_image, name="social_image"),
]
