import datetime

import pytest

from fbss_site.guarding import passes

HERE = ("feedback", "localhost:8000", "/conditions/x/")


def test_a_pass_is_genuine_where_it_was_given_out():
    assert passes.is_genuine(passes.new_pass(*HERE), *HERE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        ("another", "localhost:8000", "/conditions/x/"),
        ("feedback", "thames.localhost:8000", "/conditions/x/"),
        ("feedback", "localhost:8000", "/conditions/y/"),
    ],
)
def test_a_pass_is_worth_nothing_elsewhere(elsewhere):
    assert not passes.is_genuine(passes.new_pass(*HERE), *elsewhere)


@pytest.mark.parametrize("given", ["", ":", "x", "1:abc", "٣:abc", "9" * 40 + ":abc", "-1:abc", "740000", "\x00:é"])
def test_what_was_never_given_out_is_refused(given):
    assert not passes.is_genuine(given, *HERE)


def test_a_pass_is_the_same_all_day_so_that_a_page_can_be_kept():
    assert passes.new_pass(*HERE) == passes.new_pass(*HERE)


@pytest.mark.parametrize(("days", "good"), [(30, True), (31, False), (-1, False)])
def test_a_pass_lasts_some_weeks(monkeypatch, days, good):
    given = passes.new_pass(*HERE)
    later = passes._today() + days
    monkeypatch.setattr(passes, "_today", lambda: later)

    assert passes.is_genuine(given, *HERE) is good


def test_today_is_a_day():
    assert passes._today() == datetime.datetime.now(datetime.UTC).toordinal()
