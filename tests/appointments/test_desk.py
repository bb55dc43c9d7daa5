"""The queue and the page of a request, as staff use them."""

import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from appointments.admin.tabs import TABS
from appointments.models import AppointmentRequest, Note, RecordAccess
from appointments.services.requests.claims import claim_request
from appointments.services.requests.closing import close_request
from appointments.workflow import Status

from .at_desk import QUEUE, press, words_of


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def test_the_queue_lists_new_requests_and_records_who_saw_them(desk, make_request, scheduler):
    request = make_request()
    page = desk.get(QUEUE)
    assert request.spoken_reference in page.content.decode()
    assert [(row.request, row.staff, row.kind) for row in RecordAccess.objects.all()] == [
        (request, scheduler, RecordAccess.Kind.LISTED)
    ]


def test_opening_a_record_is_recorded(desk, make_request, scheduler):
    request = make_request()
    page = desk.get(request.get_absolute_url())
    assert page.status_code == 200
    assert "Pat Doe" in page.content.decode()
    assert [(row.staff, row.kind) for row in RecordAccess.objects.filter(request=request)] == [
        (scheduler, RecordAccess.Kind.OPENED)
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "{spoken}",
        "{plain}",
        "{lower}",
        "03/27/1962",
        "03271962",
        "(919) 555-0142",
        "919.555.0142",
        "PAT@example.com",
        "doe",
        "Pat Do",
    ],
)
def test_a_request_is_found_by_whatever_the_caller_says(desk, make_request, typed):
    request = make_request()
    words = {"spoken": request.spoken_reference, "plain": request.reference, "lower": request.reference.lower()}
    page = desk.get(QUEUE, {"q": typed.format(**words), "tab": "offered"})
    assert request.spoken_reference in page.content.decode()


@pytest.mark.parametrize(
    "typed", ["33333333", "03/28/1962", "919-555-0143", "sam@example.com", "Roe", "%", "_", "'", "\\"]
)
def test_a_search_that_fits_nobody_shows_nobody(desk, make_request, typed):
    request = make_request()
    page = desk.get(QUEUE, {"q": typed})
    assert page.status_code == 200
    assert request.spoken_reference not in page.content.decode()


def test_every_tab_opens_whatever_its_address_says(desk, make_request):
    make_request()
    page = desk.get(QUEUE).content.decode()
    tabs = re.findall(r'href="\?tab=(\w+)"', page)
    assert sorted(tabs) == sorted(tab.name for tab in TABS)
    for tab in (*tabs, "nonsense", "' OR 1=1"):
        assert desk.get(QUEUE, {"tab": tab}).status_code == 200


def test_a_late_request_is_in_the_overdue_tab_and_says_so_in_words(desk, make_request):
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False):
        request = make_request()
    with time_machine.travel("2026-11-18T15:00:00+00:00", tick=False):
        assert request.spoken_reference not in desk.get(QUEUE, {"tab": "overdue"}).content.decode()
    with time_machine.travel("2026-11-19T15:00:00+00:00", tick=False):
        page = desk.get(QUEUE, {"tab": "overdue"}).content.decode()
        assert request.spoken_reference in page
        assert "(late)" in page


def test_take_next_claims_the_request_and_opens_it(desk, make_request, scheduler):
    request = make_request()
    response = desk.post(reverse("admin:appointments_appointmentrequest_take_next"))
    assert response.url == request.get_absolute_url()
    request.refresh_from_db()
    assert request.claimed_by == scheduler
    response = desk.post(reverse("admin:appointments_appointmentrequest_take_next"), follow=True)
    assert "No new requests. 1 is yours." in words_of(response)


def test_claim_note_and_waitlist_go_through_and_show_in_the_history(desk, make_request):
    request = make_request()
    press(desk, request, "claim")
    press(desk, request, "note", text="Called, no answer.")
    press(desk, request, "waitlist", reason="Wants January.")
    page = desk.get(request.get_absolute_url()).content.decode()
    for words in (
        *("Called, no answer.", "Wants January."),
        *("from “New” to “In review”", "from “In review” to “On the waitlist”"),
    ):
        assert words in page
    request.refresh_from_db()
    assert request.status == Status.WAITLISTED


def test_a_page_that_is_out_of_date_says_what_happened_and_keeps_what_was_typed(desk, make_request, colleague):
    request = make_request()
    before = {"seen_version": request.version, "seen_at": timezone.now().isoformat()}
    claim_request(request_id=request.pk, actor=colleague)
    response = press(desk, request, "close", closed_reason="declined", reason="my words", **before)
    assert response.status_code == 409
    text = words_of(response)
    assert "Someone changed this request while you had it open. It is now “In review”." in text
    since = text[text.index("Since you opened this page:") :]
    assert "Kim Colleague moved it from “New” to “In review”" in since[:200]
    assert "my words" in text
    assert "sent the request" not in since[: since.index("Patient")]
    for seen_at in ("", "garbage", "2026-13-45", "0001-01-01T00:00:00+23:59", "2026-11-16T10:00:00"):
        before["seen_at"] = seen_at
        assert press(desk, request, "close", closed_reason="declined", reason="x", **before).status_code == 409
    for seen_version in ("", "-1", "abc", "9" * 40, "²"):
        before["seen_version"] = seen_version
        assert press(desk, request, "close", closed_reason="declined", reason="x", **before).status_code == 409


def test_what_can_no_longer_be_done_shows_what_was_written(desk, make_request, colleague):
    request = make_request()
    version = request.version
    close_request(request_id=request.pk, seen_version=version, closed_reason="declined", reason="no", actor=colleague)
    response = press(desk, request, "ask", text="Have you had a scan?", seen_version=version)
    assert response.status_code == 409
    assert "You wrote: Question to the patient: Have you had a scan?" in words_of(response)


def test_an_empty_note_is_refused_and_a_claimed_request_names_its_colleague(desk, make_request, colleague, client):
    request = make_request()
    assert press(desk, request, "note", text="  ").status_code == 422
    assert not Note.objects.exists()
    AppointmentRequest.objects.filter(pk=request.pk).update(claimed_by=colleague)
    response = press(desk, request, "claim")
    assert response.status_code == 409
    assert "Kim Colleague is already working on this request." in response.content.decode()


@pytest.mark.parametrize("action", ["claim", "note", "offer", "book"])
def test_an_action_is_a_post_by_someone_with_the_right(client, make_request, make_staff, action):
    request = make_request()
    address = reverse(f"admin:appointments_appointmentrequest_{action}", args=[request.pk])
    assert client.post(address).status_code == 302  # to the sign-in
    client.force_login(make_staff("visitor@example.com"))
    assert client.post(address, {"text": "x", "seen_version": "0"}).status_code == 403
    assert client.get(request.get_absolute_url()).status_code == 403
    assert client.get(QUEUE).status_code == 403
    client.force_login(make_staff("sam2@example.com", "Schedulers"))
    assert client.get(address).status_code == 405
    request.refresh_from_db()
    assert request.status == Status.SUBMITTED


@pytest.mark.parametrize("identity", ["999999", "0", "-1", "abc", "9" * 30, "9" * 5000, "1_2F"])
def test_an_unknown_record_is_404(desk, identity):
    assert desk.get(f"{QUEUE}{identity}/change/").status_code == 404


def test_a_record_can_be_neither_deleted_nor_written_by_djangos_own_forms(desk, make_request):
    request = make_request()
    assert desk.get(f"{QUEUE}{request.pk}/delete/").status_code == 403
    assert desk.post(request.get_absolute_url(), {"status": "booked"}).status_code == 403


def test_the_record_of_readings_can_only_be_read(client, make_request, make_staff):
    make_request()
    client.force_login(make_staff("root@example.com", is_superuser=True))
    base = "/admin/appointments/recordaccess/"
    assert client.get(base).status_code == 200
    assert client.get(f"{base}add/").status_code == 403


def test_the_queue_of_twenty_one_takes_at_most_sixteen_queries(desk, make_request, django_assert_max_num_queries):
    make_request()
    desk.get(QUEUE)
    for _ in range(20):
        make_request()
    with django_assert_max_num_queries(16):
        desk.get(QUEUE)


@pytest.mark.parametrize("query", ["legal_name__regex=((((", "legal_name__startswith=Pat", "status__exact=submitted"])
def test_no_filter_but_the_tabs_is_taken_from_the_address(desk, make_request, query):
    make_request()
    assert desk.get(f"{QUEUE}?{query}").status_code == 400


def test_djangos_autocomplete_finds_no_patient_and_so_needs_no_record(client, make_request, make_staff):
    make_request()
    client.force_login(make_staff("root@example.com", is_superuser=True))
    response = client.get(
        "/admin/autocomplete/",
        {"app_label": "appointments", "model_name": "recordaccess", "field_name": "request", "term": "Pat Doe"},
    )
    assert response.json()["results"] == []


def test_a_phone_extension_reaches_the_desk_and_the_number_is_found_without_it(desk, make_request):
    request = make_request()
    request.phone = "919-555-0142 ext. 567"
    request.save()
    assert "ext. 567" in desk.get(request.get_absolute_url()).content.decode()
    assert request.spoken_reference in desk.get(QUEUE, {"q": "919 555 0142"}).content.decode()
