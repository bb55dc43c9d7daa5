"""“Try a search” in the CMS."""

import html

import pytest

from physicians.models import Organization
from tests.factories import make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("contexts")]
TRY = "/cms/directory/try/"


@pytest.fixture
def editor(client):
    client.force_login(make_member("editor@example.com", permissions=["access_admin", "change_condition"]))
    return client


def context(editor, text):
    response = editor.get(TRY, {"q": text})
    assert response.status_code == 200
    return response.context


def test_it_shows_what_each_part_means_through_which_phrase_and_where_to_edit_it(
    editor, make_physician, herniated_disk, spanish
):
    make_physician(conditions=[herniated_disk], languages=[spanish])
    make_physician("Bo", "Berg")
    found = context(editor, "dr lopez slipped disk spannish qqqqq please")
    parts = {
        typed: [(means.label, means.kind, means.phrase, means.exact) for means in what]
        for typed, what in found["parts"]
    }
    assert parts["slipped disk"] == [("Herniated disk", "Condition", "slipped disk", True)]
    assert parts["spannish"] == [("Spanish", "Language", "Spanish", False)]
    assert parts["lopez"][0][:2] == ("lopez", "Part of a name")
    assert [card.physician.family_name for card in found["cards"]] == ["Lopez"]
    page = editor.get(TRY, {"q": "slipped disk"}).content.decode()
    assert f'href="/cms/snippets/physicians/condition/edit/{herniated_disk.pk}/"' in page
    assert 'href="/find-a-doctor/?q=slipped+disk"' in page
    assert "you typed" in page


def test_it_shows_every_stage_with_its_time_in_words(editor, make_physician, herniated_disk, spanish):
    make_physician(conditions=[herniated_disk], languages=[spanish])
    found = context(editor, "dr lopez slipped disk spannish qqqqq please")
    stages = {stage.name: stage for stage in found["stages"]}
    assert list(stages) == ["parse", "plan", "query", "alternatives", "results"]
    assert all(stages[name].milliseconds > 0 for name in ("parse", "plan", "query", "results"))
    facts = {name: {fact.label: fact.values for fact in stage.plain_facts} for name, stage in stages.items()}
    assert facts["parse"]["Small words that no doctor has to match"] == ["“dr”, “please”"]
    assert facts["parse"]["Spelling corrected"] == ["“spannish”: spanish"]
    assert facts["parse"]["Ignored, because nothing in the directory matches"] == ["“qqqqq”"]
    assert "“spannish”: spanish (1 letter differs, 1 phrase)" in facts["parse"]["Known words"]
    assert facts["parse"]["Read as"][1] == (
        "“slipped disk”: Herniated disk (Condition, “slipped disk”). One of these is enough."
    )
    assert facts["plan"]["Criteria"][0] == "Name: lopez: every doctor shown matches it"
    assert facts["query"]["Doctors"] == ["1"]
    assert facts["alternatives"]["Instead"] == ["Not needed."]
    assert facts["results"]["First results"][0].startswith("Ana Lopez, MD: Name matches; Treats herniated disk")
    assert "Step by step" in editor.get(TRY, {"q": "slipped disk"}).content.decode()


def test_of_a_search_that_nobody_matches_it_shows_what_the_page_does_instead(editor, make_physician, spanish):
    make_physician("Ana", "Lopez")
    (_, _, _, instead, _) = context(editor, "lopez spanish")["stages"]
    facts = {fact.label: fact.values for fact in instead.plain_facts}
    assert facts["Instead"] == ["No one doctor fits all of this. These fit most of your words."]
    assert facts["Ways out"] == ["Without “Spanish”: 1"]


@pytest.mark.parametrize(
    "text", ["", "   ", "-", "<a@b>", "\\", "the", "x" * 5000, "\ud800", "L4-5", "27610", "1000500004"]
)
def test_whatever_is_typed_there_is_a_page(editor, make_physician, text):
    make_physician()
    assert editor.get(TRY, {"q": text.encode("utf-8", "surrogatepass")}).status_code == 200


def test_words_that_match_nothing_are_named(editor, make_physician):
    make_physician()
    page = editor.get(TRY, {"q": "qqqqq"}).content.decode()
    assert "None of these words matched anything in the directory." in page


def test_gender_is_read_only_where_patients_may_choose_by_it(editor, make_physician, hospital):
    make_physician(gender="female")
    assert [typed for typed, _what in context(editor, "female doctor")["parts"]] == []
    Organization.objects.update(gender_in_directory=True)
    assert [what[0].kind for _typed, what in context(editor, "female doctor")["parts"]] == ["Gender"]


@pytest.mark.parametrize(
    ("text", "sign", "reason"),
    [
        ("no chest pain", "Chest pain or a heart attack", "“no”, “without” or a word like it comes before."),
        ("help with sciatica", "A cry for help", "It counts only when nothing else is typed."),
        ("I had a stroke last year", "Stroke", "It's long over: “last year”."),
        ("history of stroke", "Stroke", "It's only feared, or long over: “history of”."),
        ("can spine surgery cause incontinence", "Loss of bladder", "It's a question about what surgery can do."),
    ],
)
def test_it_says_which_sign_of_danger_was_seen_and_why_it_does_not_count(editor, make_physician, text, sign, reason):
    make_physician()
    page = html.unescape(editor.get(TRY, {"q": text}).content.decode())
    said = page[page.index("Signs of danger that don't count here") :]
    assert 0 < said.index(sign) < said.index(reason)
    assert "that don't count" not in html.unescape(editor.get(TRY, {"q": "chest pain"}).content.decode())


def test_of_words_of_danger_it_says_nothing_that_patients_do_not_see(editor, make_physician):
    make_physician()
    page = editor.get(TRY, {"q": "911"}).content.decode()
    assert page.count("<td>A cry for help</td>") == 1
    for part in ("Step by step", "How the directory reads it", "Every doctor fits"):
        assert part not in page


@pytest.mark.parametrize("text", ["heart attack last year", "do you take cigna"])
def test_it_and_the_public_page_agree_that_no_doctor_answers(editor, client, make_physician, text):
    make_physician()
    page, public = (editor.get(address, {"q": text}).content.decode() for address in (TRY, "/find-a-doctor/"))
    assert "so the public page lists no doctors" in page
    assert "1 doctor" not in page
    assert "Your question" in public


def test_what_everyone_fits_is_not_said_to_match_nothing(editor, make_physician):
    make_physician()
    page = editor.get(TRY, {"q": "no"}).content.decode()
    assert not ("None of these words matched" in page and "Every doctor fits" in page)
