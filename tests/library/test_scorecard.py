import io

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from fbss_site.library import load_library
from fbss_site.library.scorecard import Verdict, scorecards
from fbss_site.library.scorecard.scoring import ITEMS
from treatments.models import Treatment

from ..factories import make_citation, make_condition, make_treatment

pytestmark = pytest.mark.django_db


def verdicts(slug):
    (card,) = scorecards([slug])
    return {result.item.code: result for result in card.results}


def run(*slugs):
    out = io.StringIO()
    try:
        call_command("scorecard", *slugs, stdout=out)
    except CommandError as refused:
        return out.getvalue(), refused
    return out.getvalue(), None


@pytest.fixture
def shipped():
    load_library(settings.CONTENT_DIR)


def test_every_shipped_treatment_meets_what_a_machine_can_decide(shipped):
    slugs = Treatment.objects.published().values_list("slug", flat=True)
    cards = [card for card in scorecards(list(slugs)) if card.is_treatment]

    lacking = [
        f"{card.record.slug}: {result.item.code}: {result.note}"
        for card in cards
        for result in card.with_verdict(Verdict.NOT_MET)
        if result.item.code.startswith(("DISCERN", "JAMA"))
    ]
    assert len(cards) == len(slugs) > 30
    assert not lacking, "\n".join(lacking)


def test_the_instruments_are_whole():
    codes = [item.code for item in ITEMS]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if code.startswith("DISCERN")] == [f"DISCERN {n}" for n in range(1, 17)]
    assert {code for code in codes if code.startswith("JAMA")} == {
        *("JAMA authorship", "JAMA attribution", "JAMA disclosure", "JAMA currency")
    }


def test_each_item_is_tied_to_something_or_left_for_a_person():
    assert [item.code for item in ITEMS if not item.needs and not item.person] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("risks", "DISCERN 11"),
        ("benefits", "DISCERN 10"),
        ("uncertainty", "DISCERN 8"),
        ("daily_life", "DISCERN 13"),
        ("summary", "DISCERN 1"),
        ("changed_on", "JAMA currency"),
    ],
)
def test_a_missing_part_is_named(name, code):
    treatment = make_treatment(slug="bed-rest", conditions=[make_condition()])
    assert verdicts("bed-rest")[code].verdict == Verdict.MET

    Treatment.objects.filter(pk=treatment.pk).update(**{name: None if name == "changed_on" else ""})

    result = verdicts("bed-rest")[code]
    assert result.verdict == Verdict.NOT_MET
    assert f"field {name}" in result.note


def test_a_part_that_says_nothing_is_not_met():
    make_treatment(slug="bed-rest")
    Treatment.objects.update(risks="None.")
    assert verdicts("bed-rest")["DISCERN 11"].verdict == Verdict.NOT_MET


def test_a_treatment_without_sources_is_not_met():
    make_treatment(slug="bed-rest")
    assert "relation citations" in verdicts("bed-rest")["JAMA attribution"].note


def test_a_source_without_a_year_is_left_for_a_person():
    make_citation(key="undated", year=None)
    make_treatment(slug="bed-rest", benefits="It helped some people [@undated].")
    assert verdicts("bed-rest")["DISCERN 5"].verdict == Verdict.FOR_A_PERSON


def test_quality_is_left_for_a_person(shipped):
    found = verdicts("spinal-cord-stimulation")
    for code in ("DISCERN 2", "DISCERN 6", "DISCERN 16", "JAMA authorship", "PEMAT-P 2", "IPDAS quality 12"):
        assert found[code].verdict == Verdict.FOR_A_PERSON
        assert found[code].note


def test_what_concerns_treatments_is_not_asked_of_conditions():
    make_condition(slug="scar")
    found = verdicts("scar")
    assert {found[code].verdict for code in ("DISCERN 10", "IPDAS qualifying 4")} == {Verdict.NOT_APPLICABLE}


def test_an_emergency_is_not_asked_for_its_alternatives():
    make_treatment(slug="bed-rest")
    make_treatment(slug="at-once", is_emergency=True)
    codes = {"DISCERN 14", "IPDAS qualifying 3", "IPDAS quality 2", "IPDAS quality 7"}

    assert {verdicts("bed-rest")[code].verdict for code in codes} == {Verdict.MET}
    assert {verdicts("at-once")[code].verdict for code in codes} == {Verdict.NOT_APPLICABLE}


def test_the_command_fails_for_a_treatment_that_lacks_a_part():
    make_treatment(slug="bed-rest")
    Treatment.objects.update(risks="None.")
    printed, refused = run("bed-rest")

    assert refused.returncode == 1
    assert "bed-rest" in str(refused)
    line = next(line for line in printed.splitlines() if "DISCERN 11" in line)
    assert "not met" in line
    assert "fails: field risks" in line


def test_the_command_does_not_fail_for_other_records():
    make_condition(slug="scar")
    printed, refused = run("scar")

    assert refused is None
    assert "treatments/" not in printed
    assert printed.splitlines()[-1].startswith("conditions")


def test_drafts_are_not_scored():
    make_treatment(slug="bed-rest", status="draft")
    assert list(scorecards(["bed-rest"])) == []
    assert "No public record" in str(run("bed-rest")[1])
