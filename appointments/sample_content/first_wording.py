"""The first wording of the request flow, ready for editors to take over."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import override

from appointments.models import RequestWording


def load(*, publish: Callable[[Any], object]) -> None:
    """Publish the first wording, unless there is a row already: an editor may have reworded or unpublished it.

    `publish` is how this site publishes what it comes with.
    """
    if RequestWording.objects.exists():
        return
    with override("en"):
        wording = RequestWording(live=False)
        wording.full_clean()
        wording.save()
        publish(wording)
