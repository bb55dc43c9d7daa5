-- SHA-256 of a version's content: the words that were read, as an approval remembers them.
CREATE OR REPLACE FUNCTION spine_content_hash(content jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp
    RETURN encode(sha256(convert_to(content::text, 'UTF8')), 'hex');
