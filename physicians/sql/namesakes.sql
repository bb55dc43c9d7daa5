-- Among everyone that one of these queries finds, those whose whole name is most like what was typed, as a tsquery.
-- For physicians/search/parse/name_candidates.py; a function so its plan is kept.
CREATE OR REPLACE FUNCTION physicians_namesakes(queries text[], typed text, most_compared int, most_given int)
RETURNS text
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN (
        SELECT string_agg(DISTINCT quote_literal('npi:' || npi), ' | ')
        FROM unnest(queries) AS asked(query), LATERAL (
            SELECT npi FROM (
                SELECT physician_id FROM physicians_physiciandocument WHERE words @@ query::tsquery LIMIT most_compared
            ) AS called JOIN physicians_physician AS who ON who.id = physician_id
            ORDER BY similarity(unaccent('public.unaccent', lower(given_name || ' ' || family_name)), typed) DESC, id
            LIMIT most_given
        ) AS likest
    );
END
$$;
