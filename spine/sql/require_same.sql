-- Raises when a live row differs from its approved version. `shown` is the row as JSON, `apart` the columns to ignore.
-- A version from before a column was added says nothing about that column.
CREATE OR REPLACE FUNCTION spine_require_same(shown jsonb, kinds regclass, approved jsonb, apart text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    col record;
    wanted jsonb;
BEGIN
    FOR col IN
        SELECT attname::text AS name, atttypid AS kind,
               CASE WHEN approved ? attname::text THEN attname::text ELSE regexp_replace(attname, '_id$', '') END AS key
          FROM pg_attribute
         WHERE attrelid = kinds AND attnum > 0 AND NOT attisdropped AND attname::text <> ALL (apart)
           AND shown ? attname::text
    LOOP
        CONTINUE WHEN NOT approved ? col.key;
        wanted := approved -> col.key;
        IF col.kind = 'jsonb'::regtype AND jsonb_typeof(wanted) = 'string' THEN
            wanted := (approved ->> col.key)::jsonb;
        ELSIF col.kind = 'timestamptz'::regtype THEN
            wanted := to_jsonb((approved ->> col.key)::timestamptz);
        END IF;
        IF COALESCE(shown -> col.name, 'null') <> COALESCE(wanted, 'null') THEN
            RAISE EXCEPTION '% is live with other words than were approved', col.name
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_content_is_approved';
        END IF;
    END LOOP;
END
$$;
