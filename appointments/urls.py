"""Addresses below /appointments/."""

app_name = "appointments"
urlpatterns: list = []
