-- True when a live page uses this picture or document. Wagtail's own index says which page shows what.
CREATE OR REPLACE FUNCTION spine_is_on_live_page(app text, kind text, item integer) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM wagtailcore_referenceindex r
          JOIN django_content_type target ON target.id = r.to_content_type_id
          JOIN django_content_type source ON source.id = r.base_content_type_id
          JOIN wagtailcore_page p ON p.id::text = r.object_id
         WHERE target.app_label = app AND target.model = kind AND r.to_object_id = item::text
           AND source.app_label = 'wagtailcore' AND source.model = 'page' AND p.live);
$$;
