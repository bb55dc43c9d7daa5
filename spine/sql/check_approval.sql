-- Checks an approval and fills in its last change: it's for the words that were read, and not by an author of any of them
-- (authors.sql).
CREATE OR REPLACE FUNCTION spine_check_approval() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    version wagtailcore_revision%ROWTYPE;
BEGIN
    -- The lock keeps autosave from rewriting the version until this approval is written.
    SELECT * INTO version FROM wagtailcore_revision WHERE id = NEW.revision_id FOR UPDATE;
    IF version.base_content_type_id IS DISTINCT FROM NEW.content_type_id
       OR version.object_id IS DISTINCT FROM NEW.object_id THEN
        RAISE EXCEPTION 'there is no such version' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT max(id) INTO NEW.last_change_id FROM spine_contentchange WHERE revision_id = NEW.revision_id;

    IF NEW.kind = 'review' THEN
        IF NEW.approved_by_id IN (SELECT spine_authors(NEW.revision_id)) THEN
            RAISE EXCEPTION 'approved by an author of the change'
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'approver_is_no_author';
        END IF;
        IF EXISTS (SELECT FROM spine_approval WHERE revision_id = NEW.revision_id
                      AND kind = 'emergency' AND approved_by_id = NEW.approved_by_id) THEN
            RAISE EXCEPTION 'published and read by one person'
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'second_person_reads_it';
        END IF;
    ELSIF NEW.kind = 'emergency' THEN
        IF version.content ->> 'level' IS DISTINCT FROM 'emergency' OR NOT EXISTS (
            SELECT FROM django_content_type
             WHERE id = NEW.content_type_id AND app_label = 'spine' AND model = 'notice') THEN
            RAISE EXCEPTION 'only an emergency notice is published by one person'
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'emergency_is_for_notices';
        END IF;
    ELSIF EXISTS (SELECT FROM spine_approval WHERE kind = 'review'
                  OR (content_type_id = NEW.content_type_id AND object_id = NEW.object_id)) THEN
        RAISE EXCEPTION 'first content comes before the first approval by a person'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'first_content_is_first';
    END IF;
    IF spine_content_hash(version.content) IS DISTINCT FROM NEW.content_hash THEN
        RAISE EXCEPTION 'version % is not what was read', NEW.revision_id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'approval_is_for_what_was_read';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER spine_check_approval BEFORE INSERT ON spine_approval
    FOR EACH ROW EXECUTE FUNCTION spine_check_approval();
