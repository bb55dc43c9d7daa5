"""A button of the request's page that did not do it."""

import dataclasses
import datetime

from .action import ActionForm, RequestAction


@dataclasses.dataclass(frozen=True)
class Failure:
    """A button that did not do it: which, what was typed, and whether the page was out of date."""

    action: RequestAction
    form: ActionForm
    since: datetime.datetime | None = None  # when the page was loaded, for one that was out of date
    is_stale: bool = False
