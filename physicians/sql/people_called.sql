-- The people of each group, for physicians/search/parse/name_candidates.py. A group is a tsquery for those who may be
-- called as it was typed, the surest first. The third is asked only if the first has nobody, later ones only if nobody
-- was found at all, and in the end `otherwise`: the namesakes of these queries. `matches` is how many a group has, at
-- most one more than `most_matches`; it gives its first `most_given` in the usual order.
--
-- It's a function so its plans are kept: planning took longer than all of it takes now.
CREATE OR REPLACE FUNCTION physicians_people_called(
    groups text[], otherwise text[], typed text, by_family bool, most_matches int, most_given int, most_compared int)
RETURNS TABLE (place int, matches bigint, id bigint, npi text, given_name text, family_name text, known_as text,
               former_name text, alike real, unavailable bool, gaps smallint, sort_name text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    first_has_someone bool := false;
    someone_found bool := false;
    asked tsquery;
    given int := most_given;
BEGIN
    FOR number IN 1 .. cardinality(groups) + 1 LOOP
        CONTINUE WHEN (number = 3 AND first_has_someone) OR (number > 3 AND someone_found);
        IF number <= cardinality(groups) THEN
            asked := groups[number];
        ELSE
            EXIT WHEN someone_found OR cardinality(otherwise) = 0;
            asked := physicians_namesakes(otherwise, typed, most_compared, most_given);
            given := most_given * cardinality(otherwise);
        END IF;
        RETURN QUERY
        WITH matching AS MATERIALIZED (
            SELECT physician_id, unavailable, gaps, sort_name FROM physicians_physiciandocument
            WHERE words @@ asked LIMIT CASE WHEN number > cardinality(groups) THEN given ELSE most_matches + 1 END
        )
        SELECT number - 1, (SELECT count(*) FROM matching), who.id, who.npi::text, who.given_name::text,
               who.family_name::text, who.known_as::text, who.former_name::text,
               similarity(unaccent('public.unaccent', lower(
                   CASE WHEN by_family THEN who.family_name ELSE concat_ws(' ', who.given_name, who.family_name) END
               )), typed),
               unavailable, gaps, sort_name
        FROM (SELECT * FROM matching ORDER BY unavailable, gaps, sort_name, physician_id LIMIT given) AS first
             JOIN physicians_physician AS who ON who.id = physician_id;
        someone_found := someone_found OR FOUND;
        first_has_someone := first_has_someone OR (number = 1 AND FOUND);
    END LOOP;
END
$$;
