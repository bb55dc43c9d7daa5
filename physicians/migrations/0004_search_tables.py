"""What keeps the tables of the directory's search: functions, and triggers on every table that they are made from.

Triggers of statements with transition tables, so that a bulk write refreshes all its physicians in one go.
"""

from django.db import migrations

# The schema is named: an index or a function that others rely on must not depend on anybody's search_path.
WORDS = r"""
CREATE FUNCTION physicians_plain(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT translate(lower(public.unaccent('public.unaccent', $1)), '''`´‘’ʼ', '')
$$;
COMMENT ON FUNCTION physicians_plain(text) IS 'Lower case without accents and apostrophes: “O’Núñez” is “onunez”.';

CREATE FUNCTION physicians_words(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT DISTINCT left(word, 40) FROM regexp_split_to_table(physicians_plain($1), '[^[:alnum:]]+') AS word
                  WHERE word <> '' ORDER BY 1)
$$;

CREATE FUNCTION physicians_stems(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT tsvector_to_array(to_tsvector('pg_catalog.english', array_to_string(physicians_words($1), ' ')))
$$;

-- A name in three forms: “o brien smith”, “obrien smith” and “obriensmith”; “de la Cruz” is “delacruz” as well.
CREATE FUNCTION physicians_name_words(given text, family text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY(
        SELECT unnest(physicians_words(concat_ws(' ', given, family)))
        UNION
        SELECT unnest(physicians_words(translate(concat_ws(' ', given, family), '''`´‘’ʼ', '      ')))
        UNION
        SELECT unnest(physicians_words(translate(concat_ws(' ', given, family), '-‐‑–', '')))
        UNION
        SELECT unnest(physicians_words(translate(family, '-‐‑– ', '')))
        ORDER BY 1)
$$;
"""

# The thresholds belong to the functions, so that the operator can use its index and no session is left with them.
SPELLING = r"""
SELECT public.show_limit();  -- loads pg_trgm, or its setting would be unknown here
CREATE FUNCTION physicians_similar_words(asked text, most integer)
RETURNS TABLE (word text, names integer, terms integer, distance integer)
LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.similarity_threshold = 0.2 AS $$
    SELECT known.word, known.names, known.terms, off_by
      FROM physicians_searchword AS known,
           LATERAL (SELECT levenshtein_less_equal(known.word, asked, 2) AS off_by) AS measured
     WHERE known.word % asked AND off_by <= 2
     ORDER BY off_by, similarity(known.word, asked) DESC, known.word
     LIMIT most
$$;
"""

TERMS = r"""
CREATE FUNCTION physicians_count_words(before text[], after text[], named boolean) RETURNS void LANGUAGE sql AS $$
    -- In the order of the words, so that two at once cannot wait for each other.
    INSERT INTO physicians_searchword AS known (word, names, terms)
    SELECT word, CASE WHEN named THEN sum(change) ELSE 0 END, CASE WHEN named THEN 0 ELSE sum(change) END
      FROM (SELECT unnest(after) AS word, 1 AS change UNION ALL SELECT unnest(before), -1) AS changes
     GROUP BY word HAVING sum(change) <> 0 ORDER BY word
    ON CONFLICT (word) DO UPDATE SET names = known.names + EXCLUDED.names, terms = known.terms + EXCLUDED.terms;
    DELETE FROM physicians_searchword WHERE word = ANY (before) AND names <= 0 AND terms <= 0;
$$;

CREATE FUNCTION physicians_set_terms(wanted_kind text, wanted_target bigint, official_phrases text[], lay text[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    before text[] := ARRAY(SELECT unnest(physicians_words(phrase)) FROM physicians_searchterm
                            WHERE kind = wanted_kind AND target = wanted_target);
BEGIN
    DELETE FROM physicians_searchterm WHERE kind = wanted_kind AND target = wanted_target;
    INSERT INTO physicians_searchterm (kind, target, phrase, stems, official)
    SELECT DISTINCT wanted_kind, wanted_target, phrase, stems, official
      FROM (SELECT unnest(official_phrases) AS phrase, true AS official UNION ALL SELECT unnest(lay), false) AS phrases,
           physicians_stems(phrase) AS stems
     WHERE stems <> '{}';
    PERFORM physicians_count_words(
        before,
        ARRAY(SELECT unnest(physicians_words(phrase)) FROM physicians_searchterm
               WHERE kind = wanted_kind AND target = wanted_target),
        false);
END
$$;

-- `TG_ARGV[0]` is the kind. A row is read as JSON, so that one function serves tables of several shapes.
CREATE FUNCTION physicians_keep_terms() RETURNS trigger LANGUAGE plpgsql AS $$
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
"""

DOCUMENTS = r"""
CREATE FUNCTION physicians_refresh(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    before text[];
BEGIN
    -- Whoever refreshes the same physicians waits here, and then reads what the other has committed.
    PERFORM FROM physicians_physician WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    before := ARRAY(SELECT unnest(names) FROM physicians_physiciandocument WHERE physician_id = ANY (ids));
    DELETE FROM physicians_physiciandocument AS document
     WHERE physician_id = ANY (ids)
       AND NOT EXISTS (SELECT FROM physicians_physician WHERE id = document.physician_id AND live);
    INSERT INTO physicians_physiciandocument
           (physician_id, words, marks, names, unavailable, gaps, sort_name, next_free_at)
    SELECT who.id,
           array_to_tsvector(made.marks || ('npi:' || who.npi) || ARRAY(SELECT 'n:' || unnest(made.names))
                             || ARRAY(SELECT 'b:' || unnest(made.stems))),
           made.marks, made.names, NOT who.accepting_new_patients,
           (who.biography = '')::int + (who.education = '')::int + (who.board_certifications = '')::int
           + (who.photo_id IS NULL)::int + (who.verified_on IS NULL)::int,
           physicians_plain(concat_ws(' ', who.family_name, who.given_name)),
           (SELECT starts[1] FROM physicians_nextfreetimes AS free WHERE free.physician_id = who.id)
      FROM physicians_physician AS who,
           LATERAL (SELECT
               ARRAY(SELECT 'condition:' || condition_id FROM physicians_physician_conditions WHERE physician_id = who.id
                     UNION ALL
                     SELECT 'specialty:' || specialty_id FROM physicians_physician_specialties WHERE physician_id = who.id
                     UNION ALL
                     SELECT 'procedure:' || procedure_id FROM physicians_physician_procedures WHERE physician_id = who.id
                     UNION ALL
                     SELECT 'language:' || language_id FROM physicians_physician_languages WHERE physician_id = who.id
                     UNION ALL
                     SELECT 'location:' || location_id FROM physicians_physician_locations WHERE physician_id = who.id
                     UNION ALL SELECT 'accepting' WHERE who.accepting_new_patients
                     UNION ALL SELECT 'virtual' WHERE who.offers_virtual_visits
                     UNION ALL SELECT 'gender:' || who.gender WHERE who.gender <> '') AS marks,
               physicians_name_words(who.given_name, who.family_name) AS names,
               physicians_stems(concat_ws(' ', who.biography, who.education, who.board_certifications)) AS stems
           ) AS made
     WHERE who.id = ANY (ids) AND who.live
    ON CONFLICT (physician_id) DO UPDATE SET
        words = EXCLUDED.words, marks = EXCLUDED.marks, names = EXCLUDED.names, unavailable = EXCLUDED.unavailable,
        gaps = EXCLUDED.gaps, sort_name = EXCLUDED.sort_name, next_free_at = EXCLUDED.next_free_at;
    PERFORM physicians_count_words(
        before,
        ARRAY(SELECT unnest(names) FROM physicians_physiciandocument WHERE physician_id = ANY (ids)),
        true);
END
$$;

-- An editor's save also writes when the profile was saved last, and such: nothing that the search reads.
CREATE FUNCTION physicians_keep_physician() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM physicians_refresh(ARRAY(
        SELECT id FROM changed JOIN previous USING (id)
         WHERE (changed.live, changed.npi, changed.given_name, changed.family_name, changed.biography,
                changed.education, changed.board_certifications, changed.accepting_new_patients,
                changed.offers_virtual_visits, changed.gender, changed.photo_id, changed.verified_on)
               IS DISTINCT FROM
               (previous.live, previous.npi, previous.given_name, previous.family_name, previous.biography,
                previous.education, previous.board_certifications, previous.accepting_new_patients,
                previous.offers_virtual_visits, previous.gender, previous.photo_id, previous.verified_on)));
    RETURN NULL;
END
$$;
CREATE FUNCTION physicians_add_or_remove_physician() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM physicians_refresh(ARRAY(SELECT id FROM changed));
    RETURN NULL;
END
$$;
CREATE FUNCTION physicians_keep_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM physicians_refresh(ARRAY(SELECT DISTINCT physician_id FROM changed));
    RETURN NULL;
END
$$;
CREATE FUNCTION physicians_keep_next_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE physicians_physiciandocument SET next_free_at = NEW.starts[1]
     WHERE physician_id = NEW.physician_id AND next_free_at IS DISTINCT FROM NEW.starts[1];
    RETURN NULL;
END
$$;
"""

TERM_TABLES = ["condition", "specialty", "procedure", "language", "location"]
LINKS = ["conditions", "specialties", "procedures", "languages", "locations"]

TRIGGERS = "".join(
    f"""
CREATE TRIGGER physicians_terms AFTER INSERT OR UPDATE OR DELETE ON physicians_{table}
    FOR EACH ROW EXECUTE FUNCTION physicians_keep_terms('{table}');
"""
    for table in TERM_TABLES
)
TRIGGERS += """
CREATE TRIGGER physicians_search_added AFTER INSERT ON physicians_physician
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_add_or_remove_physician();
CREATE TRIGGER physicians_search_removed AFTER DELETE ON physicians_physician
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_add_or_remove_physician();
CREATE TRIGGER physicians_search_changed AFTER UPDATE ON physicians_physician
    REFERENCING OLD TABLE AS previous NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_physician();
CREATE TRIGGER physicians_next_free AFTER INSERT OR UPDATE ON physicians_nextfreetimes
    FOR EACH ROW EXECUTE FUNCTION physicians_keep_next_free();
"""
TRIGGERS += "".join(
    f"""
CREATE TRIGGER physicians_link_added AFTER INSERT ON physicians_physician_{link}
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
CREATE TRIGGER physicians_link_removed AFTER DELETE ON physicians_physician_{link}
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_link();
"""
    for link in LINKS
)

# In the order of the list: who has no free time comes last, and a page can begin after anybody.
FREE = """
CREATE INDEX physician_document_free ON physicians_physiciandocument
    (coalesce(next_free_at, 'infinity'), sort_name, physician_id);
-- “Syatika” is four letters from “sciatica” and sounds the same. Names are too many for that.
CREATE INDEX search_word_sound ON physicians_searchword (dmetaphone(word)) WHERE terms > 0;
"""

# What is there already. A first UPDATE that changes nothing would be no change; so each function is asked itself.
FILL = """
SELECT physicians_refresh(ARRAY(SELECT id FROM physicians_physician));
""" + "".join(f"UPDATE physicians_{table} SET id = id;\n" for table in TERM_TABLES)

UNDO = """
DROP FUNCTION physicians_keep_terms() CASCADE;
DROP FUNCTION physicians_add_or_remove_physician() CASCADE;
DROP FUNCTION physicians_keep_physician() CASCADE;
DROP FUNCTION physicians_keep_link() CASCADE;
DROP FUNCTION physicians_keep_next_free() CASCADE;
DROP FUNCTION physicians_refresh(bigint[]);
DROP FUNCTION physicians_set_terms(text, bigint, text[], text[]);
DROP FUNCTION physicians_count_words(text[], text[], boolean);
DROP FUNCTION physicians_similar_words(text, integer);
DROP FUNCTION physicians_name_words(text, text);
DROP FUNCTION physicians_stems(text);
DROP FUNCTION physicians_words(text);
DROP FUNCTION physicians_plain(text);
"""


class Migration(migrations.Migration):
    dependencies = [("physicians", "0003_find_a_doctor")]

    operations = [
        migrations.RunSQL([WORDS, SPELLING, TERMS, DOCUMENTS], UNDO),
        migrations.RunSQL([TRIGGERS, FREE, FILL], "DROP INDEX physician_document_free, search_word_sound"),
    ]
