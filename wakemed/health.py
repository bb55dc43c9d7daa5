"""The two addresses that a load balancer asks: alive (/healthz), and able to serve (/readyz)."""

import dataclasses
import datetime
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable
from health_check.views import HealthCheckView

OLDEST_DUE_MAIL = datetime.timedelta(minutes=15)


@dataclasses.dataclass
class Migrations(HealthCheck):
    """The database has every migration that this code knows."""

    def run(self) -> None:
        """Raise ServiceUnavailable when one is missing."""
        executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise ServiceUnavailable("migrations are waiting")


@dataclasses.dataclass
class MailQueue(HealthCheck):
    """No mail has been due for longer than OLDEST_DUE_MAIL."""

    def run(self) -> None:
        """Raise ServiceUnavailable when the sender has fallen behind."""
        oldest = apps.get_model("appointments", "Notification").objects.oldest_due()
        if oldest is not None and timezone.now() - oldest > OLDEST_DUE_MAIL:
            raise ServiceUnavailable("mail is waiting")


def alive(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process can answer anything; asks nobody else."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


class ReadyView(HealthCheckView):
    """Answers 200 when this process can serve and 503 with the failing check when it cannot."""

    checks = ("health_check.checks.Database", Migrations, MailQueue)

    async def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Turn the library's 500 into the 503 that a load balancer expects."""
        response = await super().dispatch(request, *args, **kwargs)
        if response.status_code == 500:
            response.status_code = 503
        return response

    async def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Always answer in plain text: no template, no feed."""
        request.GET = QueryDict("format=text")
        return await super().get(request, *args, **kwargs)
