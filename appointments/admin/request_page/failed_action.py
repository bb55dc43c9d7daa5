"""A form of the request's page that keeps what was typed: its button didn't do it, or only put a template in."""

import dataclasses
import datetime
from http import HTTPStatus
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from .action import ActionForm, RequestAction

MISTAKE, REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT


@dataclasses.dataclass(frozen=True)
class KeptForm:
    """An action, its form with what was typed, and the status of the answer."""

    action: RequestAction
    form: ActionForm
    status: HTTPStatus = HTTPStatus.OK


@dataclasses.dataclass(frozen=True)
class Failure(KeptForm):
    """A button that did not do it, and if the page was out of date."""

    since: datetime.datetime | None = None  # when the page was loaded, for one that was out of date
    is_stale: bool = False


def chosen_in_words(field: BoundField) -> str:
    """Return what was typed or chosen in a field as people read it; nothing for what has no words."""
    value: Any = field.value()
    if value is True:
        return _("Yes")
    choices: Any = getattr(field.field, "choices", None)
    if choices is None:
        return str(value or "")
    labels = {str(key): str(label) for key, label in choices if str(key)}
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(labels[str(one)] for one in chosen if str(one) in labels)
