import pytest

from fbss_site.tools.topics import records_at
from tests.factories import make_condition, make_page, make_symptom, make_treatment

pytestmark = pytest.mark.django_db


def test_records_come_in_the_order_of_their_addresses():
    treatment, condition = make_treatment(slug="a"), make_condition(slug="b")
    make_treatment(slug="c")

    assert records_at(["/conditions/b/", "/treatments/a/", "/conditions/b/"]) == {
        "/conditions/b/": condition,
        "/treatments/a/": treatment,
    }


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "treatments/a/",
        "/treatments/",
        "/treatments/none/",
        "/admin/",
        "//evil.example/",
        "/treatments/compare/",
    ],
)
def test_other_addresses_lead_to_no_record(path):
    assert records_at([path]) == {}


def test_what_is_not_published_is_not_found():
    make_page(slug="draft", status="draft")

    assert records_at(["/guides/draft/"]) == {}


def test_each_record_type_takes_one_query(django_assert_num_queries):
    for slug in ("a", "b", "c"):
        make_treatment(slug=slug)
        make_symptom(slug=slug)

    with django_assert_num_queries(2):
        assert len(records_at([f"/{kind}/{slug}/" for kind in ("treatments", "symptoms") for slug in "abc"])) == 6
