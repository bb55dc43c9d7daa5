"""From a wrong sentence on a page to the right one: an editor, a reviewer and a patient."""

import pytest
from playwright.sync_api import expect

PAGE = "/covid-19/"
SLOW = 30_000  # milliseconds: the CMS draws a preview, or publishes, when the machine finds the time
RIGHT = "Who may come in, and who may not"


@pytest.fixture
def enter(site, open_page):
    """Return a function that signs a sample account in, on the way that the end of a public page offers."""

    def enter(email):
        page = open_page()
        page.goto(PAGE)
        page.get_by_role("link", name="Staff: edit this page").click()
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password", exact=True).fill(site.password_of(email))
        page.get_by_role("button", name="Sign in", exact=True).click()
        return page

    return enter


def sign_and_publish(page):
    page.wait_for_load_state()  # the button is there before its script is
    page.get_by_role("button", name="Approve and publish").click()
    page.locator(".modal-body").get_by_role("button", name="Approve and publish").click()


def test_a_wrong_sentence_is_mended_by_an_editor_and_a_reviewer(enter, open_page):
    editor = enter("editor@example.com")
    editor.get_by_role("textbox", name="Heading").first.fill(RIGHT)
    editor.get_by_role("button", name="Toggle preview").click()
    expect(editor.frame_locator("#w-preview-iframe").get_by_text(RIGHT)).to_be_visible(timeout=SLOW)
    editor.get_by_role("button", name="Submit to Clinical approval").click()
    expect(editor.get_by_text("has been submitted for moderation")).to_be_visible(timeout=SLOW)

    patient = open_page(width=360, height=740, java_script_enabled=False)
    patient.goto(PAGE)
    expect(patient.get_by_text(RIGHT)).to_have_count(0)

    reviewer = enter("reviewer@example.com")
    sign_and_publish(reviewer)
    expect(reviewer.get_by_text("has been updated")).to_be_visible(timeout=SLOW)
    patient.reload()
    expect(patient.get_by_text(RIGHT)).to_be_visible()

    reviewer.goto(PAGE)
    reviewer.get_by_role("link", name="Staff: edit this page").click()
    reviewer.get_by_role("textbox", name="Summary").fill("Words of my own")
    reviewer.get_by_role("button", name="Submit to Clinical approval").click()
    expect(reviewer.get_by_text("has been submitted for moderation")).to_be_visible(timeout=SLOW)
    reviewer.goto(PAGE)
    reviewer.get_by_role("link", name="Staff: edit this page").click()
    sign_and_publish(reviewer)
    expect(reviewer.get_by_text("someone else has to approve it")).to_be_visible(timeout=SLOW)
    patient.reload()
    expect(patient.get_by_text(RIGHT)).to_be_visible()
