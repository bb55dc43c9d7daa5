"""A patient goes from a condition page to a sent request; a scheduler finds it, claims it and moves it."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .test_every_page import AXE_RULES


def choose(page, label):
    """Click a radio button's or a checkbox's words, as a finger does."""
    page.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(label)}")).first.click()


def go_on(page):
    page.get_by_role("button", name="Continue").click()


class Journey:
    """The steps, in the words of the people who take them."""

    def __init__(self, page, site):
        self.page, self.site = page, site

    def given_a_patient_reads_about_tumors(self):
        self.page.goto("/conditions/tumors-of-the-spine/")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Tumors of the spine")

    def when_they_look_for_a_doctor_in_their_own_words(self):
        self.page.locator("main").get_by_role("link", name=re.compile("Find a doctor")).first.click()
        self.page.get_by_role("searchbox").fill("cancer in the spine")
        self.page.get_by_role("searchbox").press("Enter")
        expect(self.page.get_by_role("article").first).to_contain_text("Treats")

    def when_they_open_the_first_doctor_who_takes_new_patients(self):
        card = self.page.get_by_role("article").filter(has_text="Takes new patients").first
        card.get_by_role("heading").get_by_role("link").click()
        self.doctor = self.page.get_by_role("heading", level=1).inner_text().strip()

    def when_they_ask_that_doctor_for_an_appointment(self):
        self.page.locator("main").get_by_role("link", name=re.compile("Request an appointment")).first.click()
        expect(self.page.locator("main")).to_contain_text(self.doctor)
        self.page.get_by_role("button", name="Start now").click()

    def when_they_answer_the_questions(self):
        for step in ("condition", "visit", "doctor", "times", "patient"):
            self.answer(step)

    def answer(self, step):
        page = self.page
        if step == "condition":
            choose(page, "Tumors of the spine")
            page.get_by_label("In your own words").fill("Pain in the middle of my back,\nworse at night.")
        elif step == "visit":
            choose(page, "In person")
        elif step == "doctor":
            choose(page, self.doctor)
        elif step == "times":
            page.get_by_label("Day").first.select_option(index=1)
            choose(page, "Morning")
        else:
            page.get_by_label("Legal name").fill("Pat O’Sample-Núñez")
            page.get_by_label("Month").fill("3")
            page.get_by_label("Day", exact=True).fill("27")
            page.get_by_label("Year").fill("1962")
            page.get_by_label("Phone number").fill("(919) 555-0142")
            page.get_by_label("E-mail address").fill("pat@example.com")
            choose(page, "Phone call")
            page.get_by_label("ZIP code").fill("27610")
        go_on(page)

    def then_every_answer_is_shown_before_sending(self):
        main = self.page.locator("main")
        expect(self.page).to_have_title(re.compile("^Check your answers"))
        for answer in ("Tumors of the spine", "worse at night", "In person", self.doctor, "March 27, 1962", "27610"):
            expect(main).to_contain_text(answer)

    def when_they_send_it(self):
        self.page.get_by_role("button", name="Send my request").click()

    def then_a_reference_is_shown_and_the_request_is_in_the_database(self):
        expect(self.page).to_have_title(re.compile("^We have your request"))
        self.reference = self.page.locator(".confirmation__reference").inner_text()
        row = self.site.rows(
            "SELECT r.id, r.status, r.legal_name, p.family_name, "
            "  (SELECT count(*) FROM appointments_statuschange s WHERE s.request_id = r.id),"
            "  (SELECT count(*) FROM appointments_notification n WHERE n.request_id = r.id) "
            "FROM appointments_appointmentrequest r JOIN physicians_physician p ON p.id = r.physician_id "
            "WHERE r.reference = %s",
            self.reference.replace("-", ""),
        )
        assert len(row) == 1
        self.request_id, *rest = row[0]
        assert rest[:2] == ["submitted", "Pat O’Sample-Núñez"]
        assert rest[2] in self.doctor
        assert rest[3:] == [1, 1]

    def then_reload_and_back_send_nothing_twice(self):
        self.page.reload()
        expect(self.page.locator(".confirmation__reference")).to_have_text(self.reference)
        self.page.go_back()
        expect(self.page.locator(".confirmation__reference")).to_have_text(self.reference)
        key = "SELECT count(*) FROM appointments_appointmentrequest WHERE reference = %s"
        assert self.site.rows(key, self.reference.replace("-", "")) == [(1,)]

    def then_the_mail_can_be_read_and_its_link_opens_the_request(self):
        page = self.page
        mail = page.get_by_role("link", name=re.compile(self.reference))
        page.goto("/dev/mail/")
        for _ in range(60):
            if mail.count():
                break
            page.wait_for_timeout(500)
            page.reload()
        mail.click()
        link = re.search(r"/appointments/manage/[\w-]+/", page.content()).group(0)
        page.goto(link)
        page.get_by_label("Month").fill("3")
        page.get_by_label("Day", exact=True).fill("27")
        page.get_by_label("Year").fill("1962")
        go_on(page)
        expect(page.locator("main")).to_contain_text(self.reference)
        expect(page.locator("main")).to_contain_text("We have your request")

    def when_a_scheduler_signs_in(self, page):
        page.goto("/admin/")
        page.get_by_label("Email").fill("scheduler@example.com")
        page.get_by_label("Password", exact=True).fill(self.site.password_of("scheduler@example.com"))
        page.get_by_role("button", name=re.compile("Sign in", re.IGNORECASE)).click()
        page.goto("/admin/appointments/appointmentrequest/")

    def then_the_request_can_be_claimed_noted_and_moved(self, page):
        page.get_by_role("link", name=self.reference).click()
        expect(page.locator("#content")).to_contain_text("Pat O’Sample-Núñez")
        page.get_by_role("button", name="Claim").click()
        expect(page.locator("#content")).to_contain_text("Claimed by Sam Scheduler")
        page.get_by_label("Note").fill("Called, no answer yet.")
        page.get_by_role("button", name="Save note").click()
        expect(page.locator(".timeline")).to_contain_text("Called, no answer yet.")
        page.get_by_label("Waiting on patient").check()
        page.get_by_role("button", name="Move").click()
        expect(page.locator(".record__status")).to_contain_text("Waiting on patient")

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
        ]
        readings = self.site.rows(
            "SELECT DISTINCT u.email, a.kind FROM appointments_recordaccess a "
            "JOIN wakemed_user u ON u.id = a.staff_id WHERE a.request_id = %s ORDER BY 2",
            self.request_id,
        )
        assert readings == [("scheduler@example.com", "listed"), ("scheduler@example.com", "opened")]


def test_one_request_from_page_to_desk(page, site, open_page):
    journey = Journey(page, site)
    journey.given_a_patient_reads_about_tumors()
    journey.when_they_look_for_a_doctor_in_their_own_words()
    journey.when_they_open_the_first_doctor_who_takes_new_patients()
    journey.when_they_ask_that_doctor_for_an_appointment()
    journey.when_they_answer_the_questions()
    journey.then_every_answer_is_shown_before_sending()
    journey.when_they_send_it()
    journey.then_a_reference_is_shown_and_the_request_is_in_the_database()
    journey.then_reload_and_back_send_nothing_twice()
    journey.then_the_mail_can_be_read_and_its_link_opens_the_request()
    desk = open_page()
    journey.when_a_scheduler_signs_in(desk)
    journey.then_the_request_can_be_claimed_noted_and_moved(desk)
    journey.then_the_history_and_the_reading_are_recorded()


def test_the_site_is_served_by_the_role_that_owns_nothing(site):
    assert site.rows("SELECT user, count(*) FROM pg_class WHERE relowner = user::regrole GROUP BY 1") == []
    assert site.rows("SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = current_database()") == [
        ("wakemed_app",)
    ]


def test_two_clicks_on_send_make_one_request(open_page, site):
    page = open_page(width=360, height=740)
    journey = Journey(page, site)
    page.goto("/find-a-doctor/?accepting=1")
    journey.when_they_open_the_first_doctor_who_takes_new_patients()
    journey.when_they_ask_that_doctor_for_an_appointment()
    journey.when_they_answer_the_questions()
    before = site.rows("SELECT count(*) FROM appointments_appointmentrequest")
    page.get_by_role("button", name="Send my request").dblclick()
    expect(page).to_have_title(re.compile("^We have your request"))
    assert site.rows("SELECT count(*) FROM appointments_appointmentrequest") == [(before[0][0] + 1,)]


def test_axe_finds_nothing_on_the_way_to_a_request_or_at_the_desk(open_page, site):
    page = open_page(width=360, height=740, reduced_motion="reduce")
    journey = Journey(page, site)
    looked_at = []

    def look(page):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            results = Axe().run(page, options=AXE_RULES)
            assert results.violations_count == 0, f"{page.title()}, {scheme}: {results.generate_report()}"
        looked_at.append(page.title())

    page.goto("/find-a-doctor/?accepting=1")
    journey.when_they_open_the_first_doctor_who_takes_new_patients()
    journey.when_they_ask_that_doctor_for_an_appointment()
    for step in ("condition", "visit", "doctor", "times", "patient"):
        page.goto(f"/appointments/request/{step}/")
        look(page)
        if step != "doctor":  # a doctor is chosen there already
            go_on(page)
            expect(page).to_have_title(re.compile("^Error: "))
            look(page)
        journey.answer(step)
    look(page)
    journey.when_they_send_it()
    look(page)
    assert len(looked_at) == 11
    journey.reference = page.locator(".confirmation__reference").inner_text()
    desk = open_page(reduced_motion="reduce")
    journey.when_a_scheduler_signs_in(desk)
    look(desk)
    desk.get_by_role("link", name=journey.reference).click()
    look(desk)
