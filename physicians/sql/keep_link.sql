-- Refreshes physicians whose conditions, specialties, procedures, languages or locations were added or removed. The
-- triggers run once a statement, so a bulk write refreshes all its physicians at once.
CREATE OR REPLACE FUNCTION physicians_keep_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM physicians_refresh(ARRAY(SELECT DISTINCT physician_id FROM changed));
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER physicians_link_added AFTER INSERT ON physicians_physician_conditions
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_removed AFTER DELETE ON physicians_physician_conditions
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_added AFTER INSERT ON physicians_physician_specialties
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_removed AFTER DELETE ON physicians_physician_specialties
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_added AFTER INSERT ON physicians_physician_procedures
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_removed AFTER DELETE ON physicians_physician_procedures
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_added AFTER INSERT ON physicians_physician_languages
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_removed AFTER DELETE ON physicians_physician_languages
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_added AFTER INSERT ON physicians_physician_locations
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE OR REPLACE TRIGGER physicians_link_removed AFTER DELETE ON physicians_physician_locations
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
