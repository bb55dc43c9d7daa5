-- Every text of the blocks in reading order, without markup. Left out are keys that hold no words for a reader:
-- Wagtail's own (type, id), choices (level, action, shape), credits and addresses. jsonb keeps no order of keys, so the
-- keys a block begins with are named.
CREATE OR REPLACE FUNCTION spine_plain_text(body jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT string_agg(btrim(words), E'\n' ORDER BY place, key <> ALL ('{heading,term,question,name,title}'), key)
      FROM jsonb_path_query(body, 'strict $.** ? (@.type() == "object")') WITH ORDINALITY AS block(part, place),
           jsonb_each(part) AS pair(key, value),
           regexp_replace(part ->> key, '</li>\s*<li[^>]*>', '; ', 'g') AS listed,
           regexp_replace(regexp_replace(listed, '</?(b|strong|i|em|a|sup|sub|code)( [^>]*)?>', '', 'g'),
                          '<[^>]*>', ' ', 'g') AS bare,
           replace(replace(replace(replace(replace(replace(bare, '&lt;', '<'), '&gt;', '>'), '&quot;', '"'),
                                   '&#x27;', ''''), '&#39;', ''''), '&nbsp;', ' ') AS unescaped,
           regexp_replace(replace(unescaped, '&amp;', '&'), '\s+', ' ', 'g') AS words
     WHERE jsonb_typeof(value) = 'string' AND key <> ALL ('{type,id,level,action,shape,credit,address,url,href}')
       AND words ~ '\S'
$$;
