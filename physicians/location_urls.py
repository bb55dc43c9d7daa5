"""The directory's addresses, below /locations/."""

app_name = "locations"
urlpatterns: list = []
