-- Keeps the search terms of a vocabulary entry or place. `TG_ARGV[0]` is the kind. The row is read as JSON, so one
-- function serves tables of different shapes.
CREATE OR REPLACE FUNCTION physicians_keep_terms() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entry jsonb := to_jsonb(NEW);
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM physicians_set_terms(TG_ARGV[0], OLD.id, '{}', '{}');
    ELSIF NOT COALESCE((entry ->> 'live')::boolean, true) THEN
        PERFORM physicians_set_terms(TG_ARGV[0], NEW.id, '{}', '{}');
    ELSE
        PERFORM physicians_set_terms(
            TG_ARGV[0], NEW.id,
            array_remove(ARRAY[entry ->> 'name', entry ->> 'practitioner', entry ->> 'city'], NULL),
            ARRAY(SELECT jsonb_array_elements_text(COALESCE(entry -> 'lay_phrases', '[]'))));
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER physicians_terms AFTER INSERT OR UPDATE OR DELETE ON physicians_condition
    FOR EACH ROW EXECUTE FUNCTION physicians_keep_terms('condition');
CREATE OR REPLACE TRIGGER physicians_terms AFTER INSERT OR UPDATE OR DELETE ON physicians_specialty
    FOR EACH ROW EXECUTE FUNCTION physicians_keep_terms('specialty');
CREATE OR REPLACE TRIGGER physicians_terms AFTER INSERT OR UPDATE OR DELETE ON physicians_procedure
    FOR EACH ROW EXECUTE FUNCTION physicians_keep_terms('procedure');
CREATE OR REPLACE TRIGGER physicians_terms AFTER INSERT OR UPDATE OR DELETE ON physicians_language
    FOR EACH ROW EXECUTE FUNCTION physicians_keep_terms('language');
CREATE OR REPLACE TRIGGER physicians_terms AFTER INSERT OR UPDATE OR DELETE ON physicians_location
    FOR EACH ROW EXECUTE FUNCTION physicians_keep_terms('location');
