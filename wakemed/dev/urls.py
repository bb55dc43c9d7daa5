"""Addresses under /dev/, which only the development settings route."""

from django.urls import path

from . import views

app_name = "dev"

urlpatterns = [
    path("styleguide/", views.styleguide, name="styleguide"),
    path("styleguide/mistakes/", views.styleguide_mistakes, name="styleguide_mistakes"),
    path("mail/", views.mail_list, name="mail"),
    path("mail/<int:number>/", views.mail, name="mail_message"),
    path("mail/<int:number>/html/", views.mail_html, name="mail_html"),
]
