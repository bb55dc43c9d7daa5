-- Returns the content of an approved version of an object; raises when nobody has approved it as stored.
CREATE OR REPLACE FUNCTION spine_approved_content(base_type integer, object text, version bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    approved jsonb;
BEGIN
    SELECT r.content INTO approved FROM wagtailcore_revision r
      JOIN spine_approval a ON a.revision_id = r.id AND a.content_hash = spine_content_hash(r.content)
     WHERE r.id = version AND r.base_content_type_id = base_type AND r.object_id = object
     LIMIT 1;
    IF approved IS NULL THEN
        RAISE EXCEPTION 'version % of % is live and nobody has approved it', version, object
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_content_is_approved';
    END IF;
    RETURN approved;
END
$$;
