"""What a reviewer has seen stays what it is: files of pictures and documents are never exchanged, on any road.

An approval holds the hash of a page's words, which name a picture by its number. So the number keeps its file from
the first day, not only while it is live: a picture may be read today and go live next week. What is on a live page
is not deleted, and the point that it is cut around does not move.
"""

from django.db import migrations

# Wagtail's own index says which page shows what.
ON_LIVE_PAGE = """
CREATE FUNCTION spine_is_on_live_page(app text, kind text, item integer) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM wagtailcore_referenceindex r
          JOIN django_content_type target ON target.id = r.to_content_type_id
          JOIN django_content_type source ON source.id = r.base_content_type_id
          JOIN wagtailcore_page p ON p.id::text = r.object_id
         WHERE target.app_label = app AND target.model = kind AND r.to_object_id = item::text
           AND source.app_label = 'wagtailcore' AND source.model = 'page' AND p.live);
$$;
"""

KEEP_FILE = """
CREATE FUNCTION spine_keep_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a file is never exchanged'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'file_is_kept';
END
$$;
CREATE FUNCTION spine_keep_on_live_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF spine_is_on_live_page(TG_ARGV[0], TG_ARGV[1], OLD.id) THEN
        RAISE EXCEPTION 'this is on a live page'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'media_on_live_page_is_kept';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
"""

TRIGGERS = "".join(
    f"""
CREATE TRIGGER spine_keep_file BEFORE UPDATE OF file ON {table}
    FOR EACH ROW WHEN (NEW.file IS DISTINCT FROM OLD.file) EXECUTE FUNCTION spine_keep_file();
CREATE TRIGGER spine_keep_on_live_page BEFORE DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION spine_keep_on_live_page({model});
"""
    for table, model in (
        ("wagtailimages_image", "'wagtailimages', 'image'"),
        ("wagtaildocs_document", "'wagtaildocs', 'document'"),
    )
) + """
CREATE TRIGGER spine_keep_focal_point BEFORE UPDATE ON wagtailimages_image
    FOR EACH ROW WHEN ((NEW.focal_point_x, NEW.focal_point_y, NEW.focal_point_width, NEW.focal_point_height)
        IS DISTINCT FROM (OLD.focal_point_x, OLD.focal_point_y, OLD.focal_point_width, OLD.focal_point_height))
    EXECUTE FUNCTION spine_keep_on_live_page('wagtailimages', 'image');
"""

UNDO = """
DROP FUNCTION spine_keep_file, spine_keep_on_live_page CASCADE;
DROP FUNCTION spine_is_on_live_page;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("spine", "0004_page_text"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunSQL([ON_LIVE_PAGE, KEEP_FILE, TRIGGERS], UNDO)]
