"""Four eyes on the wording of the request flow: spine's guard on a table that spine does not know."""

from django.db import migrations

ADOPT = """
INSERT INTO spine_approval (content_type_id, object_id, revision_id, content_hash, last_change_id, kind, approved_at, note)
SELECT r.base_content_type_id, r.object_id, r.id, spine_content_hash(r.content), c.id, 'first_content', now(), ''
  FROM wagtailcore_revision r JOIN spine_contentchange c ON c.revision_id = r.id
 WHERE r.id IN (SELECT live_revision_id FROM appointments_requestwording WHERE live);

SET CONSTRAINTS ALL IMMEDIATE;
"""

GUARD = """
CREATE CONSTRAINT TRIGGER spine_live_snippet AFTER INSERT OR UPDATE ON appointments_requestwording
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION spine_check_live_snippet('appointments', 'requestwording');
"""


class Migration(migrations.Migration):
    dependencies = [
        ("wakemed", "0002_user_physician"),
        ("spine", "0003_four_eyes_triggers"),
        ("appointments", "0004_visits"),
    ]

    operations = [migrations.RunSQL([ADOPT, GUARD], "DROP TRIGGER spine_live_snippet ON appointments_requestwording")]
