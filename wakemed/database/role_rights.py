"""Whether the application's database role has the rights that `migrate` gives, and no others.

A restore into an empty server, or a grant by hand, leaves others: with a temporary table, for example, the role could
fool a trigger.
"""

from collections.abc import Iterator

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from physicians.database_roles import ERASER

from .grants import ROWS, less_than_rows

POWERS = """
SELECT attribute FROM pg_roles, LATERAL (VALUES
    ('is a superuser', rolsuper), ('may create roles', rolcreaterole), ('may create databases', rolcreatedb),
    ('may replicate', rolreplication), ('evades row security', rolbypassrls),
    ('may erase', EXISTS (SELECT FROM pg_roles eraser WHERE eraser.rolname = %(eraser)s
                          AND pg_has_role(pg_roles.oid, eraser.oid, 'MEMBER')))) AS powers (attribute, has)
WHERE rolname = %(role)s AND has
"""
PLACES = """
SELECT * FROM (VALUES
    ('may not use the schema public', NOT has_schema_privilege(%(role)s, 'public', 'USAGE')),
    ('may create tables in the schema public', has_schema_privilege(%(role)s, 'public', 'CREATE')),
    ('may create schemas', has_database_privilege(%(role)s, current_database(), 'CREATE')),
    ('may make temporary tables', has_database_privilege(%(role)s, current_database(), 'TEMPORARY')))
AS places (what, is_wrong) WHERE is_wrong
"""
# What extensions bring doesn't count.
OURS = "NOT EXISTS (SELECT FROM pg_depend WHERE classid = %s::regclass AND objid = it.oid AND deptype = 'e')"
OWNED = f"""
SELECT count(*) FROM (
    SELECT relowner AS owner FROM pg_class it
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S', 'v', 'm')
       AND {OURS.replace("%s", "'pg_class'")}
    UNION ALL SELECT proowner FROM pg_proc it
     WHERE pronamespace = 'public'::regnamespace AND {OURS.replace("%s", "'pg_proc'")}
    UNION ALL SELECT datdba FROM pg_database WHERE datname = current_database()
) AS owned WHERE pg_has_role(%(role)s, owner, 'MEMBER')
"""
TABLES = f"""
SELECT relname, array_agg(name) FILTER (WHERE has_table_privilege(%(role)s, it.oid, name)),
    array_agg(name) FILTER (WHERE name IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
        AND has_any_column_privilege(%(role)s, it.oid, name))
FROM pg_class it CROSS JOIN unnest(
    ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS name
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
    AND {OURS.replace("%s", "'pg_class'")}
GROUP BY relname ORDER BY relname
"""
SEQUENCES = f"""
SELECT relname,
    has_sequence_privilege(%(role)s, it.oid, 'USAGE') AND has_sequence_privilege(%(role)s, it.oid, 'SELECT'),
    has_sequence_privilege(%(role)s, it.oid, 'UPDATE')
FROM pg_class it
WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' AND {OURS.replace("%s", "'pg_class'")} ORDER BY relname
"""


def differences(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Return what the role that serves has too much or too little, a few words each; nothing if all is right.

    It's DATABASE_APP_ROLE, or if that is empty the role of the connection. Five statements, which only read.
    """
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT coalesce(nullif(%s, ''), current_user::text)", [settings.DATABASE_APP_ROLE])
        role = {"role": cursor.fetchone()[0], "eraser": ERASER}

        def ask(sql: str) -> list[tuple]:
            cursor.execute(sql, role)
            return cursor.fetchall()

        found = [attribute for (attribute,) in ask(POWERS)]
        if "is a superuser" in found:
            return ["is a superuser"]  # and so may do everything
        if ask(OWNED)[0][0]:
            return [*found, "owns the database, or is a member of the role that does"]
        found += [what for what, _is_wrong in ask(PLACES)]
        found += _of_tables(ask(TABLES))
        for name, serves, sets in ask(SEQUENCES):
            found += [f"may not use {name}"] * (not serves) + [f"may set {name}"] * sets
    return found


def _of_tables(rows: list[tuple]) -> Iterator[str]:
    """Say for each table what is too much or too little."""
    less = less_than_rows()
    for table, whole, columns in rows:
        right, has = less.get(table, ROWS), set(whole or ())
        yield from (f"may not {name} on {table}" for name in sorted(right - has))
        yield from (f"may {name} on {table}" for name in sorted((has | set(columns or ())) - right))
