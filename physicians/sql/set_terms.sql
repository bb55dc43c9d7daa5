-- Replaces the search terms of one vocabulary entry or place, and counts their words again.
CREATE OR REPLACE FUNCTION physicians_set_terms(
    wanted_kind text, wanted_target bigint, official_phrases text[], lay text[])
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
