"""A button of the request's page that did not do it."""

import dataclasses
import datetime
from http import HTTPStatus

from .action import ActionForm, RequestAction

MISTAKE, REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT


@dataclasses.dataclass(frozen=True)
class Failure:
    """A button that did not do it: which, what was typed, the answer's status, and if the page was out of date."""

    action: RequestAction
    form: ActionForm
    status: HTTPStatus
    since: datetime.datetime | None = None  # when the page was loaded, for one that was out of date
    is_stale: bool = False
