from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from fbss_site.rendering import Composer
from tests.factories import (
    make_citation,
    make_clinic,
    make_clinician,
    make_group,
    make_location,
    make_offering,
    make_outcome,
    make_treatment,
)
from treatments.models import Outcome, Treatment
from treatments.models.offerings import OfferedHere

pytestmark = pytest.mark.django_db


def test_each_kind_has_its_address():
    treatment = make_treatment(slug="stimulation", group=make_group(slug="implants"))

    assert treatment.get_absolute_url() == "/treatments/stimulation/"
    assert treatment.group.get_absolute_url() == "/treatments/#implants"
    assert make_outcome(treatment=treatment).get_absolute_url() == "/treatments/stimulation/#outcomes"


def test_the_list_runs_up_the_ladder_of_groups():
    surgery, therapies = make_group(position=20), make_group(position=10)
    operation = make_treatment(group=surgery, position=10)
    exercise = make_treatment(group=therapies, position=20)
    pacing = make_treatment(group=therapies, position=10)
    make_treatment(group=therapies, status="draft")

    assert list(Treatment.objects.for_list()) == [pacing, exercise, operation]


def test_a_group_with_treatments_is_not_deleted():
    treatment = make_treatment()

    with pytest.raises(ProtectedError):
        treatment.group.delete()


@pytest.mark.parametrize("certainty", Treatment.Certainty)
def test_each_level_of_certainty_has_plain_words(certainty):
    assert certainty.plain_words.endswith(".")


def test_an_outcome_is_a_figure_of_each_arm():
    citation = make_citation(key="kumar2007")
    outcome = make_outcome(citation=citation, with_treatment="48.0", without_treatment="9.5", notes="Small.")
    outcome.refresh_from_db()

    composer = Composer({"kumar2007": citation})
    composed = outcome.composed(composer)

    assert (composed.with_treatment, composed.without_treatment) == ("48", "9.5")
    assert (composed.kind, composed.kind_label) == ("benefit", "Benefit")
    assert (composed.reference_number, composed.place) == (1, "cite-1-1")
    assert composed.notes == "<p>Small.</p>\n"
    assert composer.references[0].places[0].label == "Results of studies"


@pytest.mark.parametrize("figure", ["0", "100", "10", "0.5"])
def test_figures_are_printed_as_people_write_them(figure):
    outcome = make_outcome(with_treatment=figure)
    outcome.refresh_from_db()

    assert outcome.composed(Composer({outcome.citation.key: 1})).with_treatment == figure


@pytest.mark.parametrize("figure", ["-1", "100.1", "101", "5.55"])
def test_a_figure_is_of_100_people(figure):
    with pytest.raises(ValidationError) as refused:
        make_outcome(with_treatment=figure)

    assert "with_treatment" in refused.value.message_dict


@pytest.mark.parametrize(
    ("fields", "label"), [({"type": "protocol"}, "a protocol"), ({"status": "retracted"}, "retracted")]
)
def test_a_source_without_a_result_that_holds_shows_none(fields, label):
    with pytest.raises(ValidationError) as refused:
        make_outcome(citation=make_citation(key="plan2020", **fields))

    assert refused.value.message_dict == {
        "citation": [f"“plan2020” is {label}: it reports no result that can be shown."]
    }


def test_a_source_with_an_outcome_is_not_deleted():
    outcome = make_outcome()

    with pytest.raises(ProtectedError):
        outcome.citation.delete()


def test_what_was_given_is_the_treatment_unless_it_says_otherwise():
    treatment = make_treatment(title="Stimulation")
    composer = Composer()

    assert make_outcome(treatment=treatment).composed(composer).given == "Stimulation"
    assert make_outcome(treatment=treatment, given="Both").composed(composer).given == "Both"


def test_a_treatment_cites_what_its_texts_and_outcomes_cite():
    for key in ("text", "note", "hidden", "none"):
        make_citation(key=key)
    treatment = make_treatment(benefits="[@text]")
    make_outcome(treatment=treatment, citation=make_citation(key="figure"), notes="[@note]")
    make_outcome(treatment=treatment, citation=make_citation(key="draft"), notes="[@hidden]", status="draft")
    make_treatment()

    def citing(key):
        return list(Treatment.objects.filter(Treatment.cites(key)))

    for key in ("text", "figure", "note"):
        assert citing(key) == [treatment], key
    for key in ("hidden", "draft", "none"):
        assert citing(key) == [], key


def test_an_offering_is_told_with_its_people_and_places(django_assert_num_queries):
    clinic, treatment = make_clinic(), make_treatment()
    second = make_clinician(clinic=clinic, name="Second", slug="second", position=20)
    first = make_clinician(clinic=clinic, name="First", slug="first", position=10)
    houses = [make_location(clinic=clinic, name=name, position=at) for at, name in enumerate(["Main house", "Annexe"])]
    make_offering(
        clinic=clinic, treatment=treatment, note="A trial week.", clinicians=[second, first], locations=houses
    )
    make_offering(treatment=treatment, note="Elsewhere.")

    with django_assert_num_queries(1):
        offered = treatment.offerings.at(clinic)

    assert offered == OfferedHere("A trial week.", (("First", "first"), ("Second", "second")), ("Main house", "Annexe"))


def test_an_offering_may_name_nobody_and_no_place():
    offering = make_offering(note="By video.")

    assert offering.treatment.offerings.at(offering.clinic) == OfferedHere("By video.", (), ())


def test_what_a_clinic_does_not_offer_is_nothing():
    assert make_treatment().offerings.at(make_clinic()) is None


def test_figures_keep_one_decimal():
    outcome = make_outcome(with_treatment=Decimal("33.3"))
    outcome.refresh_from_db()

    assert Outcome.objects.get().with_treatment == Decimal("33.3")
