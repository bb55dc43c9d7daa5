"""A form of the request's page that keeps what was typed: its button didn't do it, or only put a template in."""

import dataclasses
import datetime
from http import HTTPStatus

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
