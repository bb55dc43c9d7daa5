"""The directory's addresses, below /find-a-doctor/."""

app_name = "physicians"
urlpatterns: list = []
