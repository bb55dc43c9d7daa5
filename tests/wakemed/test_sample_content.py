"""The first content, as the command loads it."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from appointments.models import RequestWording
from physicians.models import Condition, Organization, Physician
from spine.models import Attestation, ConditionPage
from wakemed.staff.sample_staff import SAMPLE_STAFF

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_sample_staff_get_passwords_of_their_own_that_only_the_folder_holds(tmp_path):
    call_command("load_sample_content")
    assert Attestation.objects.get().reviewed_by.is_sample  # no real physician has reviewed anything
    lines = (tmp_path / "sample-sign-ins.txt").read_text().splitlines()
    for line in lines:
        *_group, email, password = line.split()
        assert get_user_model().objects.get(email=email).check_password(password)
    assert len({line.split()[-1] for line in lines}) == len(lines) == len(SAMPLE_STAFF)
    call_command("load_sample_content")
    assert (tmp_path / "sample-sign-ins.txt").read_text().splitlines() == lines


def test_a_real_site_gets_the_pages_and_nobody_invented(settings):
    settings.DEVELOPMENT_PAGES = False
    with pytest.raises(CommandError, match="--pages-only"):
        call_command("load_sample_content")
    assert not Organization.objects.exists()
    call_command("load_sample_content", pages_only=True)
    assert ConditionPage.objects.live().exists()
    assert Condition.objects.exists()
    assert RequestWording.objects.get().live
    assert not Physician.objects.exists()
    assert not get_user_model().objects.exists()


def test_a_site_that_has_content_still_gets_the_wording_that_nobody_can_add_by_hand(hospital):
    call_command("load_sample_content", if_empty=True)
    assert RequestWording.objects.get().live
    assert not ConditionPage.objects.exists()
