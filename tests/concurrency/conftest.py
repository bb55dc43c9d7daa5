"""The people and requests of the appointments' tests, for those that race over them."""

from tests.appointments.conftest import (  # noqa: F401
    answers,
    clinic,
    colleague,
    condition,
    give_hours,
    make_physician,
    make_request,
    make_staff,
    now,
    physician,
    scheduler,
    visiting,
)
