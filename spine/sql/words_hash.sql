-- The hash of what a version says: its content without what Wagtail keeps there about the row. Comments of editors aren't
-- words of the page. When it goes live or expires is.
CREATE OR REPLACE FUNCTION spine_words_hash(content jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT spine_content_hash(content - ARRAY[
        'live', 'has_unpublished_changes', 'latest_revision', 'latest_revision_created_at', 'live_revision',
        'first_published_at', 'last_published_at', 'expired', 'locked', 'locked_at', 'locked_by',
        'path', 'depth', 'numchild', 'url_path', 'draft_title', 'wagtail_admin_comments'])
$$;
