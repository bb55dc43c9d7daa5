"""A patient goes from a condition page to a sent request; a scheduler finds it, claims it, asks and offers a time."""

import re

from playwright.sync_api import expect

from . import on_page
from .asking import (
    address_in_mail,
    answer_up_to,
    answers_with,
    find_at_desk,
    open_own_page,
    row_of,
    sign_in_scheduler,
)


class Journey:
    """The steps, in the words of the people who take them."""

    def __init__(self, page, site):
        self.page, self.site = page, site

    def given_a_patient_reads_about_tumors(self):
        self.page.goto("/conditions/tumors-of-the-spine/")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Tumors of the spine")

    def when_they_look_for_a_doctor_in_their_own_words(self):
        self.page.locator("main").get_by_role("link", name=re.compile("Find a doctor")).first.click()
        words = self.page.get_by_label("What hurts, or who are you looking for?")
        words.fill("cancer in the spine")
        words.press("Enter")
        expect(self.page.get_by_role("article").first).to_contain_text("Treats")

    def when_they_open_the_first_doctor_who_takes_new_patients(self):
        card = self.page.get_by_role("article").filter(has_text="Takes new patients").first
        card.get_by_role("heading").get_by_role("link").click()
        self.doctor = on_page.text_of(self.page.get_by_role("heading", level=1))

    def when_they_ask_that_doctor_for_an_appointment(self):
        self.page.locator("main").get_by_role("link", name=re.compile("Request an appointment")).first.click()
        expect(self.page.locator("main")).to_contain_text(self.doctor)
        self.page.get_by_role("button", name="Start now").click()

    def when_they_answer_the_questions(self):
        self.answers = answers_with(doctor={"Which doctor": self.doctor})
        expect(self.page).to_have_url(re.compile("/safety/$"))
        passed = answer_up_to(self.page, self.answers)
        assert passed == [
            *("safety", "who", "condition", "history", "visit", "locations", "doctor", "times", "patient", "contact"),
            "needs",
        ]

    def then_every_answer_is_shown_before_sending(self):
        main = self.page.locator("main")
        expect(self.page).to_have_title(re.compile("^Check your answers"))
        for answer in (
            *("Tumors of the spine", "worse at night", "MRI, X-ray", "In person", "Any of them", self.doctor),
            *("March 27, 1962", "27610", self.answers["contact"]["E-mail address"]),
        ):
            expect(main).to_contain_text(answer)

    def when_they_send_it_with_two_clicks(self):
        self.page.get_by_role("button", name="Send my request").dblclick()
        expect(self.page).to_have_title(re.compile("^We have your request"))
        self.reference = on_page.text_of(self.page.locator(".confirmation__reference"))

    def then_one_request_is_in_the_database(self):
        self.request_id, *rest = row_of(
            self.site,
            self.reference,
            "id, status, legal_name, priority, visit_type, caregiver_name, scans, referred, "
            "(SELECT family_name FROM physicians_physician p WHERE p.id = physician_id),"
            "(SELECT count(*) FROM appointments_statuschange s"
            "  WHERE s.request_id = appointments_appointmentrequest.id),"
            "(SELECT count(*) FROM appointments_notification n"
            "  WHERE n.request_id = appointments_appointmentrequest.id)",
        )
        *rest, family_name, moves, mails = rest
        assert rest == ["submitted", "Pat O’Sample-Núñez", "routine", "in_person", "", ["mri", "x_ray"], "no"]
        assert family_name in self.doctor
        assert (moves, mails) == (1, 1)
        sent = "SELECT count(*) FROM appointments_appointmentrequest WHERE email = %s"
        assert self.site.rows(sent, self.answers["contact"]["E-mail address"]) == [(1,)]

    def then_reload_and_back_send_nothing_twice(self):
        self.page.reload()
        expect(self.page.locator(".confirmation__reference")).to_have_text(self.reference)
        self.page.go_back()
        expect(self.page.locator(".confirmation__reference")).to_have_text(self.reference)
        row_of(self.site, self.reference, "id")

    def then_the_mail_can_be_read_and_its_link_opens_the_request(self):
        open_own_page(self.page, address_in_mail(self.page, self.reference))
        expect(self.page.locator("main")).to_contain_text(self.reference)
        expect(self.page.locator("main")).to_contain_text("We have your request")

    def then_the_request_can_be_claimed_noted_and_asked_about(self, page):
        find_at_desk(page, self.reference).get_by_role("link", name=self.reference).click()
        expect(page.locator("#content")).to_contain_text("Pat O’Sample-Núñez")
        page.get_by_role("button", name="Claim").click()
        expect(page.locator("#content")).to_contain_text("Claimed by Sam Scheduler")
        page.get_by_text("Write a note for colleagues").click()
        page.get_by_label("Note", exact=True).fill("Called, no answer yet.")
        page.get_by_role("button", name="Save note").click()
        expect(page.locator(".timeline")).to_contain_text("Called, no answer yet.")
        page.get_by_text("Ask the patient").click()
        page.get_by_label("Question to the patient").fill("Would Cary suit you?")
        page.get_by_role("button", name="Send question", exact=True).click()
        expect(page.locator(".request-page__status")).to_contain_text("Waiting on patient")

    def then_times_can_be_offered(self, page):
        offer = page.get_by_role("button", name="Offer these times")
        # The doctor need not work on the day of the first choice.
        page.locator("form").filter(has=offer).get_by_role("checkbox").first.check()
        offer.click()
        expect(page.locator(".messagelist")).to_contain_text("1 time is held.")
        expect(page.locator(".request-page__status")).to_contain_text("Times offered")

    def then_the_history_and_the_reading_are_recorded(self):
        moves = self.site.rows(
            "SELECT from_status, to_status, actor_id IS NULL FROM appointments_statuschange "
            "WHERE request_id = %s ORDER BY id",
            self.request_id,
        )
        assert moves == [
            ("", "submitted", True),
            ("submitted", "in_review", False),
            ("in_review", "waiting_on_patient", False),
            ("waiting_on_patient", "offered", False),
        ]
        readings = self.site.rows(
            "SELECT DISTINCT u.email, a.kind FROM appointments_recordaccess a "
            "JOIN wakemed_user u ON u.id = a.staff_id WHERE a.request_id = %s ORDER BY 2",
            self.request_id,
        )
        assert readings == [("scheduler@example.com", kind) for kind in ("found", "listed", "opened")]


def test_one_request_from_page_to_desk(page, site, open_page):
    journey = Journey(page, site)
    journey.given_a_patient_reads_about_tumors()
    journey.when_they_look_for_a_doctor_in_their_own_words()
    journey.when_they_open_the_first_doctor_who_takes_new_patients()
    journey.when_they_ask_that_doctor_for_an_appointment()
    journey.when_they_answer_the_questions()
    journey.then_every_answer_is_shown_before_sending()
    journey.when_they_send_it_with_two_clicks()
    journey.then_one_request_is_in_the_database()
    journey.then_reload_and_back_send_nothing_twice()
    journey.then_the_mail_can_be_read_and_its_link_opens_the_request()
    desk = open_page()
    sign_in_scheduler(desk, site)
    journey.then_the_request_can_be_claimed_noted_and_asked_about(desk)
    journey.then_times_can_be_offered(desk)
    journey.then_the_history_and_the_reading_are_recorded()


def test_the_site_is_served_by_the_role_that_owns_nothing(site):
    assert site.rows("SELECT user, count(*) FROM pg_class WHERE relowner = user::regrole GROUP BY 1") == []
    assert site.rows("SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = current_database()") == [
        ("wakemed_app",)
    ]
