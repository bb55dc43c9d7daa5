"""The page that people get while the database is away. It's made without the database and keeps what they typed.

What was posted is in the page's hidden inputs, so one press of a button sends it again once the database is back.
Nothing is stored on the server.
"""

import dataclasses
import functools
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.db import Error, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.choices import flatten_choices
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from psycopg2 import DatabaseError as DriverError
from psycopg2 import errorcodes

RETRY_AFTER = 60  # seconds
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of an input)

FormClass = type[forms.BaseForm]
View = Callable[..., HttpResponseBase]


@dataclasses.dataclass(frozen=True)
class Typed:
    """One answer, in the words of its form if they are known."""

    question: str
    answer: str


def keeps_what_was_typed(*form_classes: FormClass, not_typed: Collection[str] = ()) -> Callable[[View], View]:
    """Return a decorator for a view (or, with method_decorator, a `dispatch`) that answers an outage with 503.

    Labels come from `form_classes`. Inputs in `not_typed` are sent again but not shown. Put the decorator outside
    everything that asks the database. A failed post must not have written anything, so a post is one transaction.
    """
    page = functools.partial(outage_page, form_classes=form_classes, not_typed=not_typed)

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except Error as error:
                if not is_outage(error):
                    raise
                return page(request)

        answer.outage_page = page  # type: ignore[attr-defined]
        return answer

    return decorate


def is_outage(error: BaseException | None) -> bool:
    """Return True if an error means that the database is away, or for a moment can't write.

    If the server dies in the middle of an answer, the driver raises its bare DatabaseError, without a code; Django's
    own bare ones, and those with a code, are mistakes. A server that is taking over for another is read-only at first.
    """
    if isinstance(error, (InterfaceError, OperationalError)):
        return True
    driver = error.__cause__ if isinstance(error, Error) else None
    code = getattr(driver, "pgcode", None)
    return (type(driver) is DriverError and code is None) or code == errorcodes.READ_ONLY_SQL_TRANSACTION


def outage_page(
    request: HttpRequest,
    *,
    form_classes: Iterable[FormClass] = (),
    not_typed: Collection[str] = (),
    template: str = "appointments/outage.html",
    keeps_input: bool = True,
) -> HttpResponse:
    """Answer 503 with what was posted, visibly and in hidden inputs. It asks the database for nothing."""
    is_post = request.method == "POST" and keeps_input
    posted = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN and is_post]
    context = {
        "address": request.get_full_path(),
        "posted": posted,
        "typed": typed_in_words([pair for pair in posted if pair[0] not in not_typed], form_classes),
        "is_post": is_post,
        "csrf_token": get_token(request) if is_post else None,
        "hospital_name": settings.HOSPITAL_NAME,
        "outage_phone": settings.OUTAGE_PHONE,
    }
    response = HttpResponse(render_to_string(template, context), status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    add_never_cache_headers(response)
    return response


def typed_in_words(posted: Iterable[tuple[str, str]], form_classes: Iterable[FormClass]) -> list[Typed]:
    """Return the answers that were typed, grouped by question, without blank and hidden ones."""
    inputs = {name: question for form_class in form_classes for name, question in _inputs(form_class)}
    answers: dict[_Question, list[str]] = {}
    for name, value in posted:
        question = inputs.get(name) or _Question(capfirst(name.replace("_", " ")), {})
        if value.strip() and not question.is_hidden:
            answers.setdefault(question, []).append(str(question.words.get(value, value)))
    return [Typed(question.label, question.separator.join(values)) for question, values in answers.items()]


@dataclasses.dataclass(frozen=True, eq=False)
class _Question:
    """What a form says about one field: its label, and its choices as {value: words}."""

    label: str
    words: dict[str, str | Promise]
    separator: str = ", "
    is_hidden: bool = False


def _inputs(form_class: FormClass) -> Iterator[tuple[str, _Question]]:
    """Yield each input's name with the question that it belongs to; the three inputs of a date share one."""
    for name, field in form_class.base_fields.items():  # type: ignore[attr-defined]
        suffixes = getattr(field.widget, "widgets_names", [""])
        question = _Question(
            label=str(field.label or capfirst(name.replace("_", " "))),
            words=_words(field),
            separator=" " if len(suffixes) > 1 else ", ",
            is_hidden=field.widget.is_hidden,
        )
        for suffix in suffixes:
            yield name + suffix, question


def _words(field: forms.Field) -> dict[str, str | Promise]:
    """Return what each choice says. Choices that are worked out are not asked for: they come from the database."""
    if isinstance(field.widget, forms.CheckboxInput):
        return {"on": _("Yes")}
    choices = getattr(field, "choices", None)
    return dict(flatten_choices(choices)) if isinstance(choices, list) else {}
