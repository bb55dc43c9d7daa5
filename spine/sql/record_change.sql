-- Remembers who gave which words to which version of anything, even one that autosave rewrites; an approved version is
-- never rewritten. It writes as the owner: the role that serves can't add a row, so it can't forge one.
CREATE OR REPLACE FUNCTION spine_record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.content IS NOT DISTINCT FROM OLD.content THEN
            RETURN NULL;
        ELSIF EXISTS (SELECT FROM spine_approval WHERE revision_id = NEW.id) THEN
            RAISE EXCEPTION 'version % has been approved', NEW.id
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'approved_version_is_kept';
        ELSIF spine_words_hash(NEW.content) = spine_words_hash(OLD.content) THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO spine_contentchange (content_type_id, object_id, revision_id, author_id, words, made_at)
    VALUES (NEW.base_content_type_id, NEW.object_id, NEW.id, NEW.user_id, spine_words_hash(NEW.content), now());
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER spine_record_change AFTER INSERT OR UPDATE OF content ON wagtailcore_revision
    FOR EACH ROW EXECUTE FUNCTION spine_record_change();
