-- Refuses to delete a picture or document that a live page uses, and to move the point a picture is cropped around.
-- `TG_ARGV` are its app label and model.
CREATE OR REPLACE FUNCTION spine_keep_on_live_page() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF spine_is_on_live_page(TG_ARGV[0], TG_ARGV[1], OLD.id) THEN
        RAISE EXCEPTION 'this is on a live page'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'media_on_live_page_is_kept';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE OR REPLACE TRIGGER spine_keep_on_live_page BEFORE DELETE ON wagtailimages_image
    FOR EACH ROW EXECUTE FUNCTION spine_keep_on_live_page('wagtailimages', 'image');
CREATE OR REPLACE TRIGGER spine_keep_on_live_page BEFORE DELETE ON wagtaildocs_document
    FOR EACH ROW EXECUTE FUNCTION spine_keep_on_live_page('wagtaildocs', 'document');
CREATE OR REPLACE TRIGGER spine_keep_focal_point BEFORE UPDATE ON wagtailimages_image
    FOR EACH ROW WHEN ((NEW.focal_point_x, NEW.focal_point_y, NEW.focal_point_width, NEW.focal_point_height)
        IS DISTINCT FROM (OLD.focal_point_x, OLD.focal_point_y, OLD.focal_point_width, OLD.focal_point_height))
    EXECUTE FUNCTION spine_keep_on_live_page('wagtailimages', 'image');
