-- A name as an American who hears it would write it: “wojcik” is “voychik”. A line is a way to write a sound in Polish
-- and its neighbors, German, Italian, French, Spanish, Chinese or Vietnamese. Indexes are made of this function: a
-- migration that changes it says REINDEX, too.
CREATE OR REPLACE FUNCTION physicians_heard(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(                                    -- from the last line to the first:
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(
           regexp_replace(word,
               '^nguy', 'nuy'),                               -- nguyen
               'sch(?=[ei].*([aio]|one)$)', 'sk'),            -- schiavone
               'sc(?=[ei])|sch|sz', 'sh', 'g'),               -- brescia, schultz, szymanski
               'ch(?=[ei]([a-z]*[aio])?$)', 'k'),             -- marchesi
               't?cz|c(?=[ei])|(?<=i)c$', 'ch', 'g'),         -- kowalczyk, wojcik, luciano, petrovic
               'ck(?=[iy]$)', 'tsk'),                         -- nowicki
               'zz|tz|(?<=[lnr])z$', 'ts', 'g'),              -- rizzo, schultz, schulz
               '(?<=[pkt])rz', 'sh', 'g'),                    -- przybylski
               'j', 'y', 'g'),                                -- jablonski
               'gi(?=[aou])', 'j', 'g'),                      -- giordano
               'gli(?=[aeo])', 'ly', 'g'),                    -- pugliese
               'w(?=[aeiouy]|sk)', 'v', 'g'),                 -- lewandowski
               '(eaux?|aux|ault)$', 'o'),                     -- boudreaux
               '^x', 'sh')                                    -- xiong
$$;
