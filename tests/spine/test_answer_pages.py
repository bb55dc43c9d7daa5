"""The pages to which answers to ordinary questions lead: parking, visiting, hours."""

import pytest

from physicians.search.parse.topics import TOPICS
from spine.models import InformationPage

pytestmark = pytest.mark.usefixtures("content", "hospital")


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic.page], ids=lambda topic: topic.name)
def test_the_page_that_answers_is_in_the_first_content(client, topic):
    assert client.get(topic.page_address).status_code == 200


def test_the_number_answers_when_editors_have_taken_the_page_down(client):
    assert 'href="/visitors/">Read about visiting' in client.get("/find-a-doctor/?q=visitor+policy").content.decode()
    InformationPage.objects.get(slug="visitors").unpublish()
    html = client.get("/find-a-doctor/?q=visitor+policy").content.decode()
    assert "Read about visiting" not in html
    assert 'Call <a href="tel:+1-919-555-0101">' in html
