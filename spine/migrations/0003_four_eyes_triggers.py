"""Four eyes, in the database (docs/decisions/0008): live content is content that somebody else has approved.

1. Every version of anything is remembered with its author, also where autosave rewrites it; an approved one is never
   rewritten.
2. An approval is for the words that were read, and by nobody who has written any of them since the last approval.
3. When a transaction ends, what is live equals, column by column, the version that it names, and that is approved.
   There is no other road, because nothing is asked about the road.
"""

from django.db import migrations

HASH = """
CREATE FUNCTION spine_content_hash(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN encode(sha256(convert_to(content::text, 'UTF8')), 'hex');
"""

RECORD_CHANGE = """
CREATE FUNCTION spine_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.content IS NOT DISTINCT FROM OLD.content THEN
            RETURN NULL;
        ELSIF EXISTS (SELECT FROM spine_approval WHERE revision_id = NEW.id) THEN
            RAISE EXCEPTION 'version % has been approved', NEW.id
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'approved_version_is_kept';
        END IF;
    END IF;
    -- Autosave rewrites a version every few seconds: one row for an author is enough until an approval counts it.
    INSERT INTO spine_contentchange (content_type_id, object_id, revision_id, author_id, made_at)
    SELECT NEW.base_content_type_id, NEW.object_id, NEW.id, NEW.user_id, now()
     WHERE NOT EXISTS (
        SELECT FROM spine_contentchange c
         WHERE c.revision_id = NEW.id AND c.author_id IS NOT DISTINCT FROM NEW.user_id
           AND c.id > COALESCE((SELECT max(a.last_change_id) FROM spine_approval a
                                 WHERE a.content_type_id = NEW.base_content_type_id
                                   AND a.object_id = NEW.object_id), 0));
    RETURN NULL;
END
$$;
CREATE TRIGGER spine_record_change AFTER INSERT OR UPDATE OF content ON wagtailcore_revision
    FOR EACH ROW EXECUTE FUNCTION spine_record_change();
"""

CHECK_APPROVAL = """
CREATE FUNCTION spine_check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    version wagtailcore_revision%ROWTYPE;
    approved_before bigint;
BEGIN
    -- The lock keeps autosave from rewriting the version until this approval is written.
    SELECT * INTO version FROM wagtailcore_revision WHERE id = NEW.revision_id FOR UPDATE;
    IF version.base_content_type_id IS DISTINCT FROM NEW.content_type_id
       OR version.object_id IS DISTINCT FROM NEW.object_id THEN
        RAISE EXCEPTION 'there is no such version' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT max(id) INTO NEW.last_change_id FROM spine_contentchange WHERE revision_id = NEW.revision_id;

    IF NEW.kind = 'review' THEN
        SELECT COALESCE(max(last_change_id), 0) INTO approved_before FROM spine_approval
         WHERE content_type_id = NEW.content_type_id AND object_id = NEW.object_id
           AND kind <> 'emergency' AND last_change_id < NEW.last_change_id;
        IF EXISTS (SELECT FROM spine_contentchange
                    WHERE content_type_id = NEW.content_type_id AND object_id = NEW.object_id
                      AND id > approved_before AND id <= NEW.last_change_id AND author_id = NEW.approved_by_id) THEN
            RAISE EXCEPTION 'approved by an author of the change'
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'approver_is_no_author';
        END IF;
    ELSIF NEW.kind = 'emergency' THEN
        IF version.content ->> 'level' IS DISTINCT FROM 'emergency' OR NOT EXISTS (
            SELECT FROM django_content_type
             WHERE id = NEW.content_type_id AND app_label = 'spine' AND model = 'notice') THEN
            RAISE EXCEPTION 'only an emergency notice is published by one person'
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'emergency_is_for_notices';
        END IF;
    ELSIF EXISTS (SELECT FROM spine_approval WHERE kind = 'review'
                  OR (content_type_id = NEW.content_type_id AND object_id = NEW.object_id)) THEN
        RAISE EXCEPTION 'first content comes before the first approval by a person'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'first_content_is_first';
    END IF;
    IF spine_content_hash(version.content) IS DISTINCT FROM NEW.content_hash THEN
        RAISE EXCEPTION 'version % is not what was read', NEW.revision_id
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'approval_is_for_what_was_read';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER spine_check_approval BEFORE INSERT ON spine_approval
    FOR EACH ROW EXECUTE FUNCTION spine_check_approval();
"""

REQUIRE_APPROVED = """
CREATE FUNCTION spine_approved_content(base_type integer, object text, version bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    approved jsonb;
BEGIN
    SELECT r.content INTO approved FROM wagtailcore_revision r
      JOIN spine_approval a ON a.revision_id = r.id AND a.content_hash = spine_content_hash(r.content)
     WHERE r.id = version AND r.base_content_type_id = base_type AND r.object_id = object
     LIMIT 1;
    IF approved IS NULL THEN
        RAISE EXCEPTION 'version % of % is live and nobody has approved it', version, object
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_content_is_approved';
    END IF;
    RETURN approved;
END
$$;

-- `shown`: a row as JSON. A version from before a column was added says nothing about that column.
CREATE FUNCTION spine_require_same(shown jsonb, kinds regclass, approved jsonb, apart text[]) RETURNS void
LANGUAGE plpgsql STABLE AS $$
DECLARE
    col record;
    wanted jsonb;
BEGIN
    FOR col IN
        SELECT attname::text AS name, atttypid AS kind,
               CASE WHEN approved ? attname::text THEN attname::text ELSE regexp_replace(attname, '_id$', '') END AS key
          FROM pg_attribute
         WHERE attrelid = kinds AND attnum > 0 AND NOT attisdropped AND attname::text <> ALL (apart)
           AND shown ? attname::text
    LOOP
        CONTINUE WHEN NOT approved ? col.key;
        wanted := approved -> col.key;
        IF col.kind = 'jsonb'::regtype AND jsonb_typeof(wanted) = 'string' THEN
            wanted := (approved ->> col.key)::jsonb;
        ELSIF col.kind = 'timestamptz'::regtype THEN
            wanted := to_jsonb((approved ->> col.key)::timestamptz);
        END IF;
        IF COALESCE(shown -> col.name, 'null') <> COALESCE(wanted, 'null') THEN
            RAISE EXCEPTION '% is live with other words than were approved', col.name
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_content_is_approved';
        END IF;
    END LOOP;
END
$$;
"""

# TG_ARGV: the column that names the page.
CHECK_PAGES = """
CREATE FUNCTION spine_check_live_page() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    page wagtailcore_page%ROWTYPE;
    key integer;
    model text;
    base_type integer;
    approved jsonb;
    own jsonb;
BEGIN
    key := (CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0])::integer;
    -- The lock makes two transactions that change parts of one page look at each other's.
    SELECT * INTO page FROM wagtailcore_page WHERE id = key FOR SHARE;
    SELECT ct.model INTO model FROM django_content_type ct WHERE ct.id = page.content_type_id AND app_label = 'spine';
    SELECT id INTO base_type FROM django_content_type WHERE app_label = 'wagtailcore' AND django_content_type.model = 'page';
    IF page.live IS NOT TRUE OR (model IS NULL AND NOT EXISTS (
        SELECT FROM spine_approval WHERE content_type_id = base_type AND object_id = key::text)) THEN
        RETURN NULL;
    END IF;
    approved := spine_approved_content(base_type, key::text, page.live_revision_id);
    IF page.content_type_id <> (SELECT content_type_id FROM wagtailcore_revision WHERE id = page.live_revision_id) THEN
        RAISE EXCEPTION 'page % is live as another kind of page than was approved', key
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_content_is_approved';
    END IF;
    PERFORM spine_require_same(
        jsonb_build_object('title', page.title, 'slug', page.slug, 'seo_title', page.seo_title,
                           'search_description', page.search_description, 'show_in_menus', page.show_in_menus),
        'wagtailcore_page', approved, '{}');
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE page_ptr_id = $1', 'spine_' || model) INTO own USING key;
    PERFORM spine_require_same(own, ('spine_' || model)::regclass, approved, '{page_ptr_id}');
    IF model = 'treatmentpage' AND approved ? 'conditions' AND EXISTS (
        (SELECT condition_id::text FROM spine_treatmentpage_conditions WHERE treatmentpage_id = key
         EXCEPT SELECT jsonb_array_elements_text(approved -> 'conditions'))
        UNION ALL
        (SELECT jsonb_array_elements_text(approved -> 'conditions')
         EXCEPT SELECT condition_id::text FROM spine_treatmentpage_conditions WHERE treatmentpage_id = key)) THEN
        RAISE EXCEPTION 'conditions are live that were not approved'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_content_is_approved';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER spine_new_live_page AFTER INSERT ON wagtailcore_page
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.live)
    EXECUTE FUNCTION spine_check_live_page('id');
CREATE CONSTRAINT TRIGGER spine_live_page AFTER UPDATE ON wagtailcore_page
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.live AND (NOT OLD.live OR (NEW.title, NEW.slug, NEW.seo_title, NEW.search_description,
                                         NEW.show_in_menus, NEW.live_revision_id, NEW.content_type_id)
          IS DISTINCT FROM (OLD.title, OLD.slug, OLD.seo_title, OLD.search_description,
                            OLD.show_in_menus, OLD.live_revision_id, OLD.content_type_id)))
    EXECUTE FUNCTION spine_check_live_page('id');
"""

PAGE_MODELS = [
    "homepage",
    "conditionindexpage",
    "conditionpage",
    "treatmentindexpage",
    "treatmentpage",
    "informationpage",
    "legalpage",
]

CHECK_PAGE_PARTS = "".join(
    f"""
CREATE CONSTRAINT TRIGGER spine_live_page AFTER INSERT OR UPDATE ON spine_{model}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spine_check_live_page('page_ptr_id');
"""
    for model in PAGE_MODELS
) + """
CREATE CONSTRAINT TRIGGER spine_live_page AFTER INSERT OR UPDATE OR DELETE ON spine_treatmentpage_conditions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spine_check_live_page('treatmentpage_id');
"""

# TG_ARGV: app label and model. `wakemed` puts the same trigger on what other apps have under review.
CHECK_SNIPPETS = """
CREATE FUNCTION spine_check_live_snippet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    shown jsonb;
    base_type integer;
BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE id = $1', TG_RELID::regclass) INTO shown USING NEW.id;
    IF (shown ->> 'live')::boolean IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    SELECT id INTO base_type FROM django_content_type WHERE app_label = TG_ARGV[0] AND model = TG_ARGV[1];
    PERFORM spine_require_same(
        shown, TG_RELID::regclass,
        spine_approved_content(base_type, NEW.id::text, (shown ->> 'live_revision_id')::bigint),
        '{id,live,has_unpublished_changes,first_published_at,last_published_at,live_revision_id,latest_revision_id,'
        'go_live_at,expire_at,expired}');
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER spine_live_snippet AFTER INSERT OR UPDATE ON spine_notice
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spine_check_live_snippet('spine', 'notice');
"""

# What is there already: its authors are known from its versions, and what is live stays so.
ADOPT = """
INSERT INTO spine_contentchange (content_type_id, object_id, revision_id, author_id, made_at)
SELECT base_content_type_id, object_id, id, user_id, created_at FROM wagtailcore_revision ORDER BY id;

INSERT INTO spine_approval (content_type_id, object_id, revision_id, content_hash, last_change_id, kind, approved_at, note)
SELECT r.base_content_type_id, r.object_id, r.id, spine_content_hash(r.content), c.id, 'first_content', now(), ''
  FROM wagtailcore_revision r JOIN spine_contentchange c ON c.revision_id = r.id
 WHERE r.id IN (SELECT live_revision_id FROM wagtailcore_page WHERE live)
    OR r.id IN (SELECT live_revision_id FROM spine_notice WHERE live);

SET CONSTRAINTS ALL IMMEDIATE;
"""

UNDO = """
DROP FUNCTION spine_check_live_snippet CASCADE;
DROP FUNCTION spine_check_live_page CASCADE;
DROP FUNCTION spine_require_same, spine_approved_content;
DROP FUNCTION spine_check_approval CASCADE;
DROP FUNCTION spine_record_change CASCADE;
DROP FUNCTION spine_content_hash;
"""


class Migration(migrations.Migration):
    dependencies = [("spine", "0002_four_eyes")]

    operations = [
        migrations.RunSQL(
            [HASH, ADOPT, RECORD_CHANGE, CHECK_APPROVAL, REQUIRE_APPROVED, CHECK_PAGES, CHECK_PAGE_PARTS, CHECK_SNIPPETS],
            UNDO,
        )
    ]
