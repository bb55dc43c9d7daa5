-- When a transaction ends, a live page equals, column by column, the version it names, and that version is approved.
-- How the row came to be so doesn't matter. `TG_ARGV[0]` is the column that holds the page's id. Every page table has
-- the trigger too (spine/four_eyes/guard_page.py).
CREATE OR REPLACE FUNCTION spine_check_live_page() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    page wagtailcore_page%ROWTYPE;
    key integer;
    model text;
    base_type integer;
    approved jsonb;
    own jsonb;
    link record;
    target name;
    linked text[];
BEGIN
    key := (CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0])::integer;
    -- The lock makes two transactions that change parts of one page see each other's changes.
    SELECT * INTO page FROM wagtailcore_page WHERE id = key FOR SHARE;
    SELECT ct.model INTO model FROM django_content_type ct WHERE ct.id = page.content_type_id AND app_label = 'spine';
    SELECT id INTO base_type FROM django_content_type ct WHERE app_label = 'wagtailcore' AND ct.model = 'page';
    IF page.live IS NOT TRUE OR (model IS NULL AND NOT EXISTS (
        SELECT FROM spine_approval WHERE content_type_id = base_type AND object_id = key::text)) THEN
        RETURN NULL;
    END IF;
    approved := spine_approved_content(base_type, key::text, page.live_revision_id);
    IF page.content_type_id <> (SELECT content_type_id FROM wagtailcore_revision WHERE id = page.live_revision_id) THEN
        RAISE EXCEPTION 'page % is live as another kind of page than was approved', key
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_content_is_approved';
    END IF;
    PERFORM spine_require_same(
        jsonb_build_object('title', page.title, 'slug', page.slug, 'seo_title', page.seo_title,
                           'search_description', page.search_description, 'show_in_menus', page.show_in_menus),
        'wagtailcore_page', approved, '{}');
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE page_ptr_id = $1', 'spine_' || model) INTO own USING key;
    PERFORM spine_require_same(own, ('spine_' || model)::regclass, approved, '{page_ptr_id}');
    -- Many-to-many fields have a table of their own, named as Django names it.
    FOR link IN
        SELECT part.field, part.ids, to_regclass(format('%I', 'spine_' || model || '_' || part.field)) AS kept_in
          FROM jsonb_each(approved) AS part(field, ids)
         WHERE jsonb_typeof(part.ids) = 'array'
           AND to_regclass(format('%I', 'spine_' || model || '_' || part.field)) IS NOT NULL
    LOOP
        SELECT attname INTO target FROM pg_attribute
         WHERE attrelid = link.kept_in AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('id', model || '_id');
        EXECUTE format('SELECT ARRAY(SELECT %I::text FROM %s WHERE %I = $1 ORDER BY 1)',
                       target, link.kept_in, model || '_id') INTO linked USING key;
        IF linked <> ARRAY(SELECT jsonb_array_elements_text(link.ids) ORDER BY 1) THEN
            RAISE EXCEPTION '% are live that were not approved', link.field
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_content_is_approved';
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS spine_new_live_page ON wagtailcore_page;
CREATE CONSTRAINT TRIGGER spine_new_live_page AFTER INSERT ON wagtailcore_page
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.live)
    EXECUTE FUNCTION spine_check_live_page('id');
DROP TRIGGER IF EXISTS spine_live_page ON wagtailcore_page;
CREATE CONSTRAINT TRIGGER spine_live_page AFTER UPDATE ON wagtailcore_page
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.live AND (NOT OLD.live OR (NEW.title, NEW.slug, NEW.seo_title, NEW.search_description,
                                         NEW.show_in_menus, NEW.live_revision_id, NEW.content_type_id)
          IS DISTINCT FROM (OLD.title, OLD.slug, OLD.seo_title, OLD.search_description,
                            OLD.show_in_menus, OLD.live_revision_id, OLD.content_type_id)))
    EXECUTE FUNCTION spine_check_live_page('id');
