-- Writes the search documents of these physicians again; an unpublished physician has none. The fields that are facets
-- come from physicians_facet_lexemes (physicians/services/facet_lexemes.py).
CREATE OR REPLACE FUNCTION physicians_refresh(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    before text[];
BEGIN
    -- A second refresh of the same physicians waits here, then reads what the first has committed.
    PERFORM FROM physicians_physician WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    before := ARRAY(SELECT unnest(names) FROM physicians_physiciandocument WHERE physician_id = ANY (ids));
    DELETE FROM physicians_physiciandocument AS document
     WHERE physician_id = ANY (ids)
       AND NOT EXISTS (SELECT FROM physicians_physician WHERE id = document.physician_id AND live);
    INSERT INTO physicians_physiciandocument
           (physician_id, words, lexemes, names, unavailable, gaps, sort_name, next_free_at)
    SELECT who.id,
           array_to_tsvector(made.lexemes || ('npi:' || who.npi) || ARRAY(SELECT 'n:' || unnest(made.names))
                             || ARRAY(SELECT 'f:' || unnest(made.families)) || made.initials
                             || ARRAY(SELECT 'b:' || unnest(made.stems))),
           made.lexemes, made.names, NOT who.accepting_new_patients,
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
                     UNION ALL
                     SELECT unnest(physicians_facet_lexemes(to_jsonb(who)))) AS lexemes,
               physicians_name_words(who.given_name, who.family_name, who.known_as, who.former_name) AS names,
               physicians_name_words(who.family_name, who.former_name) AS families,
               ARRAY(SELECT 'i:' || left(unnest(physicians_words(concat_ws(' ', who.given_name, who.known_as))), 1))
                   AS initials,
               physicians_stems(concat_ws(' ', who.biography, who.education, who.board_certifications)) AS stems
           ) AS made
     WHERE who.id = ANY (ids) AND who.live
    ON CONFLICT (physician_id) DO UPDATE SET
        words = EXCLUDED.words, lexemes = EXCLUDED.lexemes, names = EXCLUDED.names, unavailable = EXCLUDED.unavailable,
        gaps = EXCLUDED.gaps, sort_name = EXCLUDED.sort_name, next_free_at = EXCLUDED.next_free_at;
    PERFORM physicians_count_words(
        before,
        ARRAY(SELECT unnest(names) FROM physicians_physiciandocument WHERE physician_id = ANY (ids)),
        true);
END
$$;
