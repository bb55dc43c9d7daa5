"""One of everything that has an address behind a door: content in each state, a patient, staff of each group."""

import datetime
from types import SimpleNamespace

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test import TestCase
from django.utils import timezone
from taggit.models import Tag
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Page, Site, UploadedFile, Workflow

import appointments.sample_content
import physicians.sample_content
import spine.sample_content
from appointments.guards.access import record_opened
from appointments.models import (
    AvailabilityRule,
    DeskSearch,
    ExtraSession,
    HalfDay,
    HandOver,
    Holiday,
    MessageTemplate,
    RecordAccess,
    RequestWording,
    SavedFilter,
    TimeOff,
    VirtualRoom,
)
from appointments.services.requests.claims import claim_request
from appointments.services.visits.bookings import book_visit
from appointments.services.visits.offers import offer_times
from appointments.services.visits.reservations import Wanted
from physicians.models import (
    Condition,
    DangerPhrase,
    Language,
    Location,
    Organization,
    Physician,
    Procedure,
    Specialty,
)
from spine.four_eyes.first_content import publish_first_content
from spine.models import ApprovalTask, ConditionPage, HomePage, InformationPage, Notice, NoticeLevel
from tests.factories import make_answers, make_member, phone, send_request
from wakemed.models import Erasure, SecurityEvent
from wakemed.staff.groups import GROUPS

SUPERUSER = "Superuser"
DESK = "Schedulers"
AT_THE_DESK = (DESK, "Scheduling managers", "Nurses", "Auditors")
# What stands nowhere in the CMS; the references come on top.
PATIENT = ("quillfeather", "555-0187", "5550187", "1951-02-19", "february 19, 1951", "feb. 19, 1951", "zanzibar")
# In the middle of a clinic's day, whenever the tests run.
LATER = timezone.now().replace(hour=16, minute=0, second=0, microsecond=0) + datetime.timedelta(days=10)


made = []


def make_once(load):
    """Return what `make` has made for the tests of this process that want it."""
    load("loaded_everything", lambda: made.append(make()))
    return made[-1]


def make():
    """Load the first content, add one of everything else, and do what happens at commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        appointments.sample_content.load(publish=publish_first_content)
        physicians.sample_content.load()
        appointments.sample_content.load_availability()
        spine.sample_content.load()
        staff = _staff()
        return SimpleNamespace(staff=staff, **_content(staff), **_work_on_content(staff), **_desk(staff[DESK]))


def _staff():
    """Return one member of each group, and a superuser."""
    staff = {}
    for name in (*GROUPS, SUPERUSER):
        email = f"{name.replace(' ', '-').lower()}@example.com"
        is_superuser, is_staff = name == SUPERUSER, name in (*AT_THE_DESK, SUPERUSER)
        staff[name] = make_member(email, name, first_name=name, is_superuser=is_superuser, is_staff=is_staff)
    signs = staff["Clinical reviewers"]
    signs.physician = Physician.objects.first()
    signs.save()
    return staff


def _content(staff):
    """Return what is neither in work nor a patient's."""
    image = get_image_model().objects.create(title="Door", file=get_test_image_file())
    document = get_document_model().objects.create(title="Map", file=get_test_image_file("map.pdf"))
    physician = Physician.objects.order_by("pk").first()
    physician.save_revision(user=staff["Directory editors"])
    procedure = Procedure.objects.create(name="Door", slug="door")
    for row in (Location.objects.first(), Condition.objects.first(), Specialty.objects.first(), procedure):
        row.save_revision(user=staff["Directory editors"])
    return {
        "image": image,
        "document": document,
        "physician": physician,
        "location": Location.objects.first(),
        "condition": Condition.objects.first(),
        "specialty": Specialty.objects.first(),
        "procedure": procedure,
        "language": Language.objects.first(),
        "organization": Organization.objects.get(),
        "home": HomePage.objects.get(),
        "clinical": ConditionPage.objects.get(),
        "site": Site.objects.get(),
        "redirect": Redirect.objects.create(old_path="/old", redirect_link="/visitors/"),
        "collection": Collection.get_first_root_node().add_child(name="Clinics"),
        "user": staff["Editors"],
        "tag": Tag.objects.create(name="door"),
        "group": Group.objects.get(name="Editors"),
        "emailaddress": EmailAddress.objects.create(user=staff[SUPERUSER], email="superuser@example.com"),
        "uploads": UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(get_image_model()),
            file=get_test_image_file(),
            uploaded_by_user=staff["Editors"],
        ),
    }


def _work_on_content(staff):
    """Return what waits for its review (a page, a notice, the wording, a danger phrase), and pages that are drafts."""
    editor, workflow = staff["Editors"], Workflow.objects.get(active=True, name="Clinical approval")
    page, wording = InformationPage.objects.get(slug="visitors"), RequestWording.objects.get()
    notice = Notice.objects.create(level=NoticeLevel.EMERGENCY, text="Closed by ice.", live=False)
    phrase = DangerPhrase.objects.create(phrase="legs turned to stone", live=False)
    for content in (page, wording, notice, phrase):
        content.save_revision(user=editor)
        workflow.start(content, editor)
    home = HomePage.objects.get()
    draft = home.add_child(
        instance=InformationPage(title="Parking", slug="parking", summary="Where to park.", owner=editor, live=False)
    )
    draft.save_revision(user=editor)
    return {
        "page": page,
        "notice": notice,
        "requestwording": wording,
        "dangerphrase": phrase,
        "draft": draft,
        "any_page": Page.objects.get(pk=draft.pk),
        "alias": CreatePageAliasAction(draft, parent=home, update_slug="too").execute(skip_permission_checks=True),
        "workflow": workflow,
        "task": ApprovalTask.objects.get(active=True),
        "session": EditingSession.objects.create(
            user=editor, content_object=Page.objects.get(pk=page.pk), last_seen_at=timezone.now()
        ),
    }


def _desk(scheduler):
    """Return a patient's booked visit, another one's offer, and what the desk keeps besides."""
    physician = Physician.objects.order_by("pk").first()
    answers = make_answers(
        condition=Condition.objects.first(),
        reason="Zanzibar: my back hurts at night.",
        physician=physician,
        times=[(LATER.date(), HalfDay.MORNING)],
        legal_name="Pat Quillfeather",
        preferred_name="Quillfeather",
        date_of_birth=datetime.date(1951, 2, 19),
        phone=phone("919-555-0187"),
        email="pat.quillfeather@example.com",
    )
    booked, offered = (send_request(answers) for _ in range(2))
    for request, reserve, hours in (
        (booked, book_visit, {"wanted": _time(physician, 0)}),
        (offered, offer_times, {"times": [_time(physician, 2)]}),
    ):
        claim_request(request_id=request.pk, actor=scheduler)
        request.refresh_from_db()
        reserve(
            request_id=request.pk, seen_version=request.version, actor=scheduler, off_rules_reason="As agreed", **hours
        )
        request.refresh_from_db()
    record_opened(request=booked, staff=scheduler)
    hours = DateTimeTZRange(LATER, LATER + datetime.timedelta(hours=1))
    return {
        "appointmentrequest": booked,
        "offered": offered,
        "recordaccess": RecordAccess.objects.first(),
        "securityevent": SecurityEvent.objects.first(),
        "erasure": Erasure.objects.create(what="finished", ran_by="door"),
        "desksearch": DeskSearch.objects.create(staff=scheduler, typed="Quillfeather 0187"),
        "holiday": Holiday.objects.create(date=LATER.date(), name="Staff day"),
        "availabilityrule": AvailabilityRule.objects.first(),
        "extrasession": ExtraSession.objects.create(physician=physician, period=hours),
        "timeoff": TimeOff.objects.first(),
        "virtualroom": VirtualRoom.objects.first(),
        "handover": HandOver.objects.create(by=scheduler, to=scheduler, waiting=[booked.pk]),
        "messagetemplate": MessageTemplate.objects.create(use="ask", name="Scans", text="Where are your scans?"),
        "savedfilter": SavedFilter.objects.create(owner=scheduler, name="Virtual", query="tab=new&visit=virtual"),
    }


def _time(physician, hours):
    start = LATER + datetime.timedelta(hours=hours)
    return Wanted(physician_id=physician.pk, location_id=Location.objects.first().pk, start=start, minutes=30)
