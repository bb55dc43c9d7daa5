-- The rule of check_live_page.sql for a snippet. `TG_ARGV` are its app label and model (spine/four_eyes/guard_page.py).
CREATE OR REPLACE FUNCTION spine_check_live_snippet() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    shown jsonb;
    base_type integer;
BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE id = $1', TG_RELID::regclass) INTO shown USING NEW.id;
    IF (shown ->> 'live')::boolean IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    SELECT id INTO base_type FROM django_content_type WHERE app_label = TG_ARGV[0] AND model = TG_ARGV[1];
    PERFORM spine_require_same(
        shown, TG_RELID::regclass,
        spine_approved_content(base_type, NEW.id::text, (shown ->> 'live_revision_id')::bigint),
        '{id,live,has_unpublished_changes,first_published_at,last_published_at,live_revision_id,latest_revision_id,'
        'go_live_at,expire_at,expired}');
    RETURN NULL;
END
$$;
