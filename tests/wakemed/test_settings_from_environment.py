"""What a hospital can set: each variable is read, explained, and refused when it makes no sense."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent.parent
# name: a value other than the default, and what the setting then is, as JSON has it.
CHANGED = {
    "APPOINTMENTS_EARLIEST_DAYS": ("2", 2),
    "APPOINTMENTS_LATEST_DAYS": ("90", 90),
    "APPOINTMENTS_LATEST_BOOKING_DAYS": ("365", 365),
    "APPOINTMENTS_ANSWER_BUSINESS_DAYS": ("1", 1),
    "APPOINTMENTS_URGENT_BUSINESS_DAYS": ("0", 0),
    "APPOINTMENTS_BUSINESS_HOURS": ("7,19", [7, 19]),
    "APPOINTMENTS_OFFER_HOURS": ("72", 72),
    "APPOINTMENTS_LAPSE_WARNING_HOURS": ("24", 24),
    "APPOINTMENTS_CHANGE_HOURS": ("48", 48),
    "APPOINTMENTS_CHECK_IN_HOURS": ("1", 1),
    "APPOINTMENTS_REMINDER_DAYS": ("7,2", [7, 2]),
    "APPOINTMENTS_DIGEST_HOUR": ("6", 6),
    "APPOINTMENTS_DRAFT_MINUTES": ("60", 60),
    "APPOINTMENTS_MINIMUM_SECONDS": ("3", 3),
    "APPOINTMENTS_LIMITS": (
        "sends=40/7200,mail=2/60",
        {
            "starts": [60, 3600],
            "sends": [40, 7200],
            "contact": [3, 86400],
            "date_tries": [30, 3600],
            "lost_links": [10, 3600],
            "mail": [2, 60],
        },
    ),
    "APPOINTMENTS_VIDEO_PROVIDER": ("hospital.rooms.OnDemand", "hospital.rooms.OnDemand"),
    "APPOINTMENTS_LINK_KEY": ("k" * 60, "k" * 60),
    "APPOINTMENTS_LINK_KEY_FALLBACKS": ("old,older", ["old", "older"]),
    "RETENTION_DAYS": (
        "fulfilled=4026,duplicate=30",
        {
            "fulfilled": 4026,
            "no_show": 2562,
            "declined": 2562,
            "sent_to_emergency": 2562,
            "cancelled_by_patient": 1098,
            "cancelled_by_staff": 1098,
            "unreachable": 1098,
            "duplicate": 30,
        },
    ),
    "ACCESS_LOG_DAYS": ("3660", 3660),
    "SEARCH_WORDS_DAYS": ("90", 90),
    "LEGAL_HOLDS": ("k7tm-4rxw, CCCCDDDD", ["K7TM4RXW", "CCCCDDDD"]),
}
KEPT = ("RETENTION_DAYS", "ACCESS_LOG_DAYS", "SEARCH_WORDS_DAYS", "LEGAL_HOLDS")
FILES = ("shared", "appointment_rules", "retention", "production")
PRINT_ALL = f"""
import json
from wakemed.settings import shared
names = [name for name in vars(shared) if name.startswith("APPOINTMENTS_") or name in {KEPT}]
print(json.dumps({{name: getattr(shared, name) for name in names}}))
"""


def run(program, **variables):
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_list_above_has_every_setting_of_the_appointments():
    assert set(CHANGED) == {*KEPT, *(name for name in dir(settings) if name.startswith("APPOINTMENTS_"))}


def test_a_variable_changes_its_setting():
    before = json.loads(run(PRINT_ALL).stdout)
    after = json.loads(run(PRINT_ALL, **{name: text for name, (text, _) in CHANGED.items()}).stdout)
    assert after == {name: expected for name, (_, expected) in CHANGED.items()}
    assert [name for name in CHANGED if before[name] == after[name]] == []


def test_no_reminder_and_no_waiting_time_are_possible():
    after = json.loads(run(PRINT_ALL, APPOINTMENTS_REMINDER_DAYS="", APPOINTMENTS_MINIMUM_SECONDS="0").stdout)
    assert after["APPOINTMENTS_REMINDER_DAYS"] == []
    assert after["APPOINTMENTS_MINIMUM_SECONDS"] == 0


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("APPOINTMENTS_OFFER_HOURS", "two days", "must be a whole number from 1 to 720, not “two days”."),
        ("APPOINTMENTS_OFFER_HOURS", "0", "must be a whole number from 1 to 720, not “0”."),
        ("APPOINTMENTS_CHANGE_HOURS", "-24", "must be a whole number from 0 to 720, not “-24”."),
        ("APPOINTMENTS_DIGEST_HOUR", "24", "must be a whole number from 0 to 23, not “24”."),
        ("APPOINTMENTS_DRAFT_MINUTES", "", "must be a whole number from 5 to 360, not “”."),
        ("APPOINTMENTS_REMINDER_DAYS", "3,one", "must be a whole number from 1 to 60, not “one”."),
        ("APPOINTMENTS_BUSINESS_HOURS", "17,8", "must be two hours, the earlier one first, e.g. 8,17."),
        ("APPOINTMENTS_BUSINESS_HOURS", "8", "must be two hours, the earlier one first, e.g. 8,17."),
        (
            "BALANCER_NETWORKS",
            "10.0.0.0/8,the balancer",
            "must hold addresses or networks such as 10.20.0.0/16, not “the balancer”.",
        ),
        ("APPOINTMENTS_EARLIEST_DAYS", "200", "must not be later than APPOINTMENTS_LATEST_DAYS."),
        (
            "APPOINTMENTS_LIMITS",
            "sent=1/60",
            "knows starts, sends, contact, date_tries, lost_links, mail, not “sent”.",
        ),
        (
            "APPOINTMENTS_LIMITS",
            "sends=many/60",
            "(sends, times) must be a whole number from 1 to 1000000, not “many”.",
        ),
        (
            "RETENTION_DAYS",
            "lost=30",
            "knows fulfilled, no_show, declined, sent_to_emergency, cancelled_by_patient, cancelled_by_staff, "
            "unreachable, duplicate, not “lost”.",
        ),
        ("RETENTION_DAYS", "no_show=29", "(no_show) must be a whole number from 30 to 36600, not “29”."),
        ("ACCESS_LOG_DAYS", "366", "must be a whole number from 2190 to 36600, not “366”."),
        ("APPOINTMENTS_LIMITS", "sends=5", "(sends, seconds) must be a whole number from 1 to 31622400, not “”."),
    ],
)
def test_a_value_that_makes_no_sense_stops_the_start_with_a_sentence(name, value, sentence):
    result = run("import wakemed.settings.production", **{name: value})
    assert result.returncode != 0
    assert result.stderr.splitlines()[-1].endswith(f"{name} {sentence}")


def test_manage_py_prints_the_sentence_alone():
    result = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "APPOINTMENTS_OFFER_HOURS": "48h"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr == "APPOINTMENTS_OFFER_HOURS must be a whole number from 1 to 720, not “48h”.\n"


def test_a_video_provider_that_does_not_exist_is_named_by_the_system_check(settings):
    from wakemed.checks import video_provider_exists

    assert video_provider_exists() == []
    settings.APPOINTMENTS_VIDEO_PROVIDER = "hospital.rooms.Nowhere"
    [error] = video_provider_exists()
    assert "hospital.rooms.Nowhere" in error.msg


def test_operations_explains_every_variable_that_the_settings_read():
    folder = ROOT / "wakemed" / "settings"
    sources = "\n".join((folder / f"{name}.py").read_text() for name in FILES)
    read = set(
        re.findall(
            r"""(?:env\.\w+|number|numbers|networks|limits|days_by_name)\(\s*(?:#.*)?\s*"([A-Z_]+)\"""", sources
        )
    )
    assert set(CHANGED) < read
    explained = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs" / "operations.md").read_text()))
    assert read - explained == set()
