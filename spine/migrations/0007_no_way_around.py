"""Two ways around what is approved: other tables under the triggers' names, and a redirect to somewhere else."""

from django.db import migrations

SEARCH_PATH = """
DO $$
DECLARE
    function regprocedure;
BEGIN
    FOR function IN SELECT oid::regprocedure FROM pg_proc
                     WHERE proname LIKE 'spine\\_%' AND pronamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', function);
    END LOOP;
END
$$;
"""

REDIRECTS = """
ALTER TABLE wagtailredirects_redirect ADD CONSTRAINT redirect_stays_here
    CHECK (redirect_link = '' OR redirect_link ~ '^/(?![/\\\\])') NOT VALID;
"""


class Migration(migrations.Migration):
    dependencies = [("spine", "0006_blocks"), ("wagtailredirects", "0008_add_verbose_name_plural")]

    operations = [
        migrations.RunSQL([SEARCH_PATH], migrations.RunSQL.noop),
        migrations.RunSQL([REDIRECTS], "ALTER TABLE wagtailredirects_redirect DROP CONSTRAINT redirect_stays_here"),
    ]
