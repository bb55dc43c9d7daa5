"""The queue and the page of a request, as staff use them."""

import pytest
import time_machine
from django.urls import reverse

from appointments.models import AppointmentRequest, Note, RecordAccess
from appointments.workflow import Status

QUEUE = "/admin/appointments/appointmentrequest/"


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def act(client, request, action, **data):
    return client.post(reverse(f"admin:appointments_appointmentrequest_{action}", args=[request.pk]), data)


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


@pytest.mark.parametrize("tab", ["new", "mine", "waiting", "offered", "overdue", "all", "nonsense", "' OR 1=1"])
def test_every_tab_opens_whatever_its_address_says(desk, make_request, tab):
    make_request()
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
    assert "Nothing is waiting" in response.content.decode()


def test_claim_note_and_move_go_through_and_show_in_the_history(desk, make_request):
    request = make_request()
    act(desk, request, "claim")
    act(desk, request, "note", text="Called, no answer.")
    act(desk, request, "move", seen_status="in_review", to="waitlisted")
    page = desk.get(request.get_absolute_url()).content.decode()
    for words in ("Called, no answer.", "from “New” to “In review”", "from “In review” to “On the waitlist”"):
        assert words in page
    request.refresh_from_db()
    assert request.status == Status.WAITLISTED


def test_only_the_moves_that_may_follow_are_offered(desk, make_request):
    request = make_request()
    page = desk.get(request.get_absolute_url()).content.decode()
    assert 'value="in_review"' in page
    assert 'value="booked"' not in page


def test_an_illegal_move_is_refused_in_words_and_keeps_what_was_typed(desk, make_request):
    request = make_request()
    response = act(desk, request, "move", seen_status="submitted", to="booked", reason="agreed by phone")
    assert response.status_code == 409
    page = response.content.decode()
    assert "A request that is “New” cannot become “Booked”." in page
    assert "agreed by phone" in page
    request.refresh_from_db()
    assert request.status == Status.SUBMITTED


def test_a_stale_page_says_what_happened_and_keeps_what_was_typed(desk, make_request):
    request = make_request()
    act(desk, request, "claim")
    response = act(
        desk, request, "move", seen_status="submitted", to="closed", closed_reason="declined", reason="my words"
    )
    assert response.status_code == 409
    assert "Somebody moved this request meanwhile: it is now “In review”." in response.content.decode()
    assert "my words" in response.content.decode()


def test_an_empty_note_is_refused_and_a_claimed_request_names_its_colleague(desk, make_request, colleague, client):
    request = make_request()
    assert act(desk, request, "note", text="  ").status_code == 422
    assert not Note.objects.exists()
    AppointmentRequest.objects.filter(pk=request.pk).update(claimed_by=colleague)
    response = act(desk, request, "claim")
    assert response.status_code == 409
    assert "Kim Colleague is already working on this request." in response.content.decode()


@pytest.mark.parametrize("action", ["claim", "release", "note", "move"])
def test_an_action_is_a_post_by_somebody_with_the_right(client, make_request, make_staff, action):
    request = make_request()
    address = reverse(f"admin:appointments_appointmentrequest_{action}", args=[request.pk])
    assert client.post(address).status_code == 302  # to the sign-in
    client.force_login(make_staff("visitor@example.com"))
    assert client.post(address, {"text": "x", "to": "in_review", "seen_status": "submitted"}).status_code == 403
    assert client.get(request.get_absolute_url()).status_code == 403
    assert client.get(QUEUE).status_code == 403
    client.force_login(make_staff("sam2@example.com", "Scheduling staff"))
    assert client.get(address).status_code == 405
    request.refresh_from_db()
    assert request.status == Status.SUBMITTED


@pytest.mark.parametrize("identity", ["999999", "0", "-1", "abc", "9" * 30, "1_2F"])
def test_an_unknown_record_is_404(desk, identity):
    assert desk.get(f"{QUEUE}{identity}/change/").status_code == 404


def test_a_record_can_be_neither_added_nor_deleted_nor_written_by_djangos_own_forms(desk, make_request):
    request = make_request()
    assert desk.get(f"{QUEUE}add/").status_code == 403
    assert desk.get(f"{QUEUE}{request.pk}/delete/").status_code == 403
    assert desk.post(request.get_absolute_url(), {"status": "booked"}).status_code == 403


def test_the_record_of_readings_can_only_be_read(client, make_request, make_staff):
    make_request()
    client.force_login(make_staff("root@example.com", is_superuser=True))
    base = "/admin/appointments/recordaccess/"
    assert client.get(base).status_code == 200
    assert client.get(f"{base}add/").status_code == 403


def test_the_queue_of_twenty_one_takes_at_most_twelve_queries(desk, make_request, django_assert_max_num_queries):
    make_request()
    desk.get(QUEUE)
    for _ in range(20):
        make_request()
    with django_assert_max_num_queries(12):
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
