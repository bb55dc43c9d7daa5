"""The addresses of this app that are not pages of the tree."""

from django.urls import path

from .search.search_view import search

app_name = "spine"
urlpatterns = [path("search/", search, name="search")]
