-- Keeps what the search knows of a request's names. The trigger's name comes after those that write the history.
CREATE OR REPLACE FUNCTION appointments_keep_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM appointments_file_names(ARRAY[NEW.id]);
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER zz_names_added AFTER INSERT ON appointments_appointmentrequest
    FOR EACH ROW EXECUTE FUNCTION appointments_keep_names();
CREATE OR REPLACE TRIGGER zz_names_changed AFTER UPDATE ON appointments_appointmentrequest
    FOR EACH ROW WHEN ((OLD.legal_name, OLD.preferred_name, OLD.caregiver_name)
                       IS DISTINCT FROM (NEW.legal_name, NEW.preferred_name, NEW.caregiver_name))
    EXECUTE FUNCTION appointments_keep_names();
