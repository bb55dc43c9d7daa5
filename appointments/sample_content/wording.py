"""The first wording of the request flow, ready for editors to take over."""

from django.utils.translation import override

from appointments.models import RequestWording


def load() -> None:
    """Publish the first wording, unless there is a row already: an editor may have reworded or unpublished it."""
    if RequestWording.objects.exists():
        return
    with override("en"):
        wording = RequestWording()
        wording.full_clean()
        wording.save()
        wording.save_revision().publish()
