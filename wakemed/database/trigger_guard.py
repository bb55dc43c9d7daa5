"""Who may have pgtrigger's triggers step aside: only who migrates.

pgtrigger asks a function of its own whether `SET pgtrigger.ignore` names a trigger, and anyone may set that. Each of
its migrations installs the function again, so ours is put in its place after every `migrate`.
"""

from typing import Any

from django.db import connections

SHOULD_IGNORE = """
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    ignored text := pg_catalog.current_setting('pgtrigger.ignore', true);
BEGIN
    IF coalesce(ignored, '') = '' THEN
        RETURN false;
    END IF;
    RETURN trigger_name::text = ANY (ignored::text[]) AND pg_catalog.pg_has_role(
        current_user,
        (SELECT relowner FROM pg_catalog.pg_class WHERE oid = 'public.django_migrations'::pg_catalog.regclass),
        'USAGE');
END
$$
"""


def heed_only_the_owner(using: str = "default", **kwargs: Any) -> None:
    """Install the function."""
    with connections[using].cursor() as cursor:
        cursor.execute(SHOULD_IGNORE)
