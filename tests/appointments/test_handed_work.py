"""Who is handed a request, or its review, is told until they open it."""

import pytest

from appointments.services.requests.claims import assign_request
from appointments.services.requests.nurse_reviews import ask_for_nurse_review, finish_nurse_review

from .at_desk import QUEUE, press, words_of
from .visits import book, wanted

HOME = "/admin/"


@pytest.fixture
def handed(make_request, scheduler, colleague):
    requests = [make_request(), make_request()]
    for request in requests:
        assign_request(request_id=request.pk, to=colleague, actor=scheduler)
    return requests


def test_a_colleague_is_told_at_home_and_in_the_row_until_the_request_is_opened(client, colleague, handed):
    client.force_login(colleague)
    home = client.get(HOME)
    assert "Sam Scheduler handed you 2 requests." in words_of(home)
    assert f'href="{QUEUE}?tab=mine">Sam Scheduler handed' in home.content.decode()
    assert words_of(client.get(QUEUE, {"tab": "mine"})).count("From Sam Scheduler") == 2
    client.get(handed[0].get_absolute_url())
    assert "Sam Scheduler handed you 1 request." in words_of(client.get(HOME))
    assert words_of(client.get(QUEUE, {"tab": "mine"})).count("From Sam Scheduler") == 1


def test_others_are_not_told_nor_who_handed_it_over(client, scheduler, handed):
    client.force_login(scheduler)
    assert "handed you" not in words_of(client.get(HOME))
    assert "From Sam" not in words_of(client.get(QUEUE, {"tab": "all"}))


def test_what_went_to_someone_else_is_told_to_them_alone(client, colleague, nurse, scheduler, handed):
    assign_request(request_id=handed[0].pk, to=nurse, actor=scheduler)
    client.force_login(colleague)
    assert "handed you 1 request." in words_of(client.get(HOME))


def test_a_booked_visit_that_is_handed_over_needs_no_one(client, colleague, scheduler, handed, visiting, clinic):
    book(handed[0], scheduler, wanted(visiting, clinic))
    client.force_login(colleague)
    assert "handed you 1 request." in words_of(client.get(HOME))


def test_what_one_takes_oneself_is_no_news(client, colleague, make_request):
    assign_request(request_id=make_request().pk, to=colleague, actor=colleague)
    client.force_login(colleague)
    assert "handed you" not in words_of(client.get(HOME))


def test_a_nurse_is_told_of_a_review(client, nurse, scheduler, make_request):
    request = make_request()
    ask_for_nurse_review(request_id=request.pk, actor=scheduler, nurse=nurse)
    client.force_login(nurse)
    assert "Sam Scheduler asked you to review 1 request." in words_of(client.get(HOME))
    assert "From Sam Scheduler" in words_of(client.get(QUEUE, {"tab": "nurse"}))
    client.get(request.get_absolute_url())
    assert "asked you to review" not in words_of(client.get(HOME))


def test_a_nurse_reads_the_question_in_the_row_at_the_top_and_in_the_history(client, nurse, scheduler, make_request):
    request = make_request()
    client.force_login(scheduler)
    assert press(client, request, "ask_nurse", question="x" * 1001).status_code == 422
    press(client, request, "ask_nurse", question="Is this arthritis or a tumor?")
    client.force_login(nurse)
    assert "Question: Is this arthritis or a tumor?" in words_of(client.get(QUEUE, {"tab": "nurse"}))
    assert "Question: Is this" not in words_of(client.get(QUEUE, {"tab": "all"}))
    page = words_of(client.get(request.get_absolute_url()))
    assert page.index("The question: Is this arthritis or a tumor?") < page.index("Free times that fit")
    assert "Nurse review requested. Is this arthritis or a tumor?" in page
    press(client, request, "nurse_review", priority="routine")
    ask_for_nurse_review(request_id=request.pk, actor=scheduler)
    assert "The question:" not in words_of(client.get(request.get_absolute_url()))


def test_who_works_on_a_request_is_told_of_its_review_until_they_open_it(client, nurse, scheduler, handed, colleague):
    ask_for_nurse_review(request_id=handed[0].pk, actor=colleague)
    client.force_login(colleague)
    for request in handed:
        client.get(request.get_absolute_url())
    finish_nurse_review(request_id=handed[0].pk, actor=nurse, priority="routine", text="Fine.")
    assert "Noor Nurse reviewed 1 of your requests." in words_of(client.get(HOME))
    assert words_of(client.get(QUEUE, {"tab": "mine"})).count("Nurse reviewed") == 1
    client.get(handed[0].get_absolute_url())
    assert "of your requests." not in words_of(client.get(HOME))
    assert "Nurse reviewed" not in words_of(client.get(QUEUE, {"tab": "mine"}))
