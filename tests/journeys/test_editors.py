"""From a wrong sentence on a page to the right one: an editor, a reviewer and a patient."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .on_page import path_of, wait_until

PAGE = "/covid-19/"
SLOW = 30_000  # milliseconds: the CMS draws a preview, or publishes, when the machine finds the time
RIGHT = "Who may come in, and who may not"


@pytest.fixture
def enter(site, open_page):
    """Return a function that signs a sample account in, on the way that the end of a public page offers."""

    def enter(email, address=PAGE):
        page = open_page()
        page.goto(address)
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
    expect(editor.get_by_text("is waiting for approval.")).to_be_visible(timeout=SLOW)

    patient = open_page(width=360, height=740, java_script_enabled=False)
    patient.goto(PAGE)
    expect(patient.get_by_text(RIGHT)).to_have_count(0)

    reviewer = enter("reviewer@example.com")
    sign_and_publish(reviewer)
    expect(reviewer.get_by_text("has been approved and published")).to_be_visible(timeout=SLOW)
    patient.reload()
    expect(patient.get_by_text(RIGHT)).to_be_visible()

    reviewer.goto(PAGE)
    reviewer.get_by_role("link", name="Staff: edit this page").click()
    reviewer.get_by_role("textbox", name="Summary").fill("Words of my own")
    reviewer.get_by_role("button", name="Submit to Clinical approval").click()
    expect(reviewer.get_by_text("is waiting for approval.")).to_be_visible(timeout=SLOW)
    reviewer.goto(PAGE)
    reviewer.get_by_role("link", name="Staff: edit this page").click()
    sign_and_publish(reviewer)
    expect(reviewer.get_by_text("someone else has to approve it")).to_be_visible(timeout=SLOW)
    patient.reload()
    expect(patient.get_by_text(RIGHT)).to_be_visible()


def submit(page, heading):
    page.get_by_role("textbox", name="Heading").first.fill(heading)
    page.get_by_role("button", name="Submit to Clinical approval").click()
    expect(page.get_by_text("is waiting for approval.")).to_be_visible(timeout=SLOW)


def type_until_saved(page, field, *texts):
    """Type each text and wait until autosave has stored it. It begins to look when the form has this attribute."""
    saved = []
    page.on(
        "requestfinished",
        lambda request: (
            request.method == "POST" and request.url.endswith("?edit=1") and saved.append(request.post_data)
        ),
    )
    expect(page.locator("[data-edit-form]")).to_have_attribute("data-w-unsaved-has-edits-value", "false")
    for text in texts:
        field.fill(text)
        wait_until(page, lambda text=text: any(f"\r\n\r\n{text}\r\n" in data for data in saved))


def test_a_reviewer_reads_first_and_what_they_type_and_delete_is_no_authorship(enter, open_page):
    address, first, second = "/visitors/", "Who may visit, in a word", "Who may visit, in two"
    patient = open_page(java_script_enabled=False)
    editor = enter("editor@example.com", address)
    there = path_of(editor)
    submit(editor, first)

    reviewer = enter("reviewer@example.com", address)
    posted = []
    reviewer.on("request", lambda request: request.method == "POST" and posted.append(urlsplit(request.url).path))
    expect(reviewer.get_by_text("If you change a word, someone else has to approve it.")).to_be_visible(timeout=SLOW)
    heading = reviewer.get_by_role("textbox", name="Heading").first
    heading.press("x")
    expect(heading).to_have_value(first)
    expect(reviewer.locator(".w-panel__content [contenteditable]").first).to_have_attribute("contenteditable", "false")
    expect(reviewer.locator(".w-panel__content [contenteditable=true]")).to_have_count(0)
    sign_and_publish(reviewer)
    expect(reviewer.get_by_text("has been approved and published")).to_be_visible(timeout=SLOW)
    assert [path for path in posted if "/edit/" in path and "preview" not in path] == [there]
    patient.goto(address)
    expect(patient.get_by_text(first)).to_be_visible()

    editor.goto(there)
    submit(editor, second)
    reviewer.goto(there)
    reviewer.locator(".messages").get_by_role("link", name="Edit", exact=True).click()
    expect(reviewer.get_by_text("You’re editing a text that waits for approval.")).to_be_visible(timeout=SLOW)
    type_until_saved(reviewer, heading, second + "x", second)
    sign_and_publish(reviewer)
    expect(reviewer.get_by_text("has been updated")).to_be_visible(timeout=SLOW)
    patient.reload()
    expect(patient.get_by_text(second)).to_be_visible()
