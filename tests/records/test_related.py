import pytest
from django.db.models import Value

from conditions.models import Cause, Condition, DiagnosticTest, Symptom
from fbss_site.records.registry import record_models
from fbss_site.records.related import RecordLink, linked_records
from tests.factories import make_cause, make_condition, make_symptom, make_treatment
from treatments.models import Outcome, Treatment, TreatmentGroup

pytestmark = pytest.mark.django_db


def test_links_hold_what_lists_print():
    make_symptom(slug="fever", title="Fever", summary="You feel hot.", urgency="emergency", position=10)

    assert linked_records({"symptoms": Symptom.objects.published()}) == {
        "symptoms": [
            RecordLink("symptoms", "conditions.symptom", "Fever", "You feel hot.", "/symptoms/fever/", "emergency", 10)
        ]
    }


@pytest.mark.parametrize(
    ("make", "mark"),
    [
        (lambda: make_symptom(urgency="soon"), "soon"),
        (lambda: make_cause(phase="during"), "during"),
        (lambda: make_treatment(certainty="very-low"), "very-low"),
        (make_condition, ""),
    ],
)
def test_a_link_is_marked_by_what_tells_its_kind_apart(make, mark):
    record = make()

    (link,) = linked_records({"all": type(record).objects.all()})["all"]
    assert (link.mark, link.url) == (mark, record.get_absolute_url())


def test_records_of_many_types_take_one_query(django_assert_num_queries):
    make_symptom(title="Fever")
    make_cause(title="Scar")
    for number in range(10):
        make_condition(title=f"Condition {number}")

    with django_assert_num_queries(1):
        groups = linked_records({model.__name__: model.objects.published() for model in record_models()})

    assert [link.title for link in groups["Symptom"] + groups["Cause"]] == ["Fever", "Scar"]
    assert len(groups["Condition"]) == 10
    assert groups["DiagnosticTest"] == []


def test_links_stand_by_position_then_title():
    make_symptom(title="C", position=10)
    make_symptom(title="A", position=20)
    make_symptom(title="B", position=10)

    links = linked_records({"one": Symptom.objects.published()})["one"]
    assert [link.title for link in links] == ["B", "C", "A"]


def test_another_order_may_be_asked_for():
    make_symptom(title="A", position=10)
    make_symptom(title="B", position=20)
    ordered = Symptom.objects.in_order_of(Value(5))

    links = linked_records({"five": ordered, "own": Symptom.objects.all()})
    assert [link.position for link in links["five"] + links["own"]] == [5, 5, 10, 20]


def test_nothing_asked_is_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert linked_records({}) == {}


def test_each_type_comes_after_those_that_it_must_point_to():
    order = record_models()

    assert order.index(TreatmentGroup) < order.index(Treatment) < order.index(Outcome)
    assert {Cause, Condition, DiagnosticTest, Symptom} < set(order)
