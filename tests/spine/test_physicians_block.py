import pytest

from physicians.models import Condition, Physician
from spine.blocks import ConditionBody
from spine.models import ConditionPage
from tests.factories import make_physician

pytestmark = pytest.mark.usefixtures("content")
VALUE = {"heading": "Doctors who treat this", "text": "They take new patients."}


@pytest.fixture
def condition():
    return ConditionPage.objects.get().condition


@pytest.fixture
def treat(condition):
    def make(number, **values):
        return make_physician(
            family_name=f"Lopez {number}", slug=f"ana-lopez-{number}", conditions=[condition], **values
        )

    return make


def rendered(condition):
    block = ConditionBody().child_blocks["physicians"]
    return block.render(block.to_python(VALUE), context={"condition": condition})


def test_it_shows_who_treats_the_condition_and_takes_new_patients_a_few_and_the_way_to_all(treat, condition):
    physicians = [treat(number) for number in range(6)]
    treat(7, accepting_new_patients=False)
    html = rendered(condition)
    assert [physician.get_absolute_url() in html for physician in physicians] == [True] * 4 + [False] * 2
    assert "ana-lopez-7" not in html
    assert f'href="/find-a-doctor/?condition={condition.slug}"' in html


def test_it_follows_the_directory_without_an_edit_of_the_page(treat, condition, django_assert_max_num_queries):
    physician = treat(1)
    with django_assert_max_num_queries(4):
        assert physician.get_absolute_url() in rendered(condition)
    Physician.objects.update(live=False)
    assert not rendered(condition).strip()


@pytest.mark.parametrize("other", [None, Condition(name="Other", slug="other", pk=99999)])
def test_it_is_not_there_while_there_is_nobody_to_show(treat, other):
    treat(1)
    assert not rendered(other).strip()


def test_the_page_of_tumors_shows_them(client, treat, condition):
    physician = treat(1)
    html = client.get("/conditions/tumors-of-the-spine/").content.decode()
    assert physician.get_absolute_url() in html
    assert "Doctors who treat spinal tumors" in html
