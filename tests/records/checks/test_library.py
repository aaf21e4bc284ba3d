import pytest
from django.test.utils import CaptureQueriesContext

from fbss_site.records.checks import library_now
from tests import factories

pytestmark = pytest.mark.django_db


def test_it_knows_citations_with_type_and_status():
    factories.make_citation(key="a1", type="protocol", status="retracted")

    assert library_now().citations == {"a1": ("protocol", "retracted")}


def test_it_knows_terms_by_each_of_their_names():
    factories.make_term(key="mri", term="MRI", also=["MRI scan"])

    assert library_now().terms == {"mri": "mri", "mri scan": "mri"}


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/conditions/", "/treatments/", "/guides/", "/glossary/", "/references/", "/team/", "/locations/"),
        *("/consultation/", "/conditions/here/", "/references/a1/", "/team/ada/", "/conditions/here", "/media/a.png"),
    ],
)
def test_it_knows_every_public_page(path):
    factories.make_condition(slug="here")
    factories.make_citation(key="a1")
    factories.make_clinician(slug="ada")

    assert library_now().has_page(path)


@pytest.mark.parametrize("path", ["/conditions/draft/", "/admin/", "/conditions/here/more/", "/media"])
def test_it_knows_no_other(path):
    factories.make_condition(slug="here")
    factories.make_condition(slug="draft", status="draft")

    assert not library_now().has_page(path)


def test_it_knows_how_long_the_treatments_of_each_group_are():
    group = factories.make_group(slug="self-care")
    texts = dict.fromkeys(("how_it_works", "benefits", "risks"), "one two")
    treatment = factories.make_treatment(group=group, title="Heat", **texts)
    before = library_now().lengths["self-care"]["Heat"]
    treatment.benefits = "one two three four"
    treatment.save()

    assert library_now().lengths == {"self-care": {"Heat": before + 2}}


def test_it_asks_five_times_however_much_there_is(django_assert_num_queries):
    for _ in range(3):
        factories.make_treatment()
        factories.make_condition()
        factories.make_citation()

    with django_assert_num_queries(5):
        library_now()


def test_a_check_asks_nothing():
    from django.db import connection

    from .checking import findings_about

    library = library_now()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        findings_about("We cure pain [@a1] [[b]] [c](/d/).", library=library)

    assert len(queries) == 0
