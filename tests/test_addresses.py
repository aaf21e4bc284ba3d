"""No record stands behind a fixed page of the site, as a treatment “compare” would behind the comparison."""

import re

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import URLPattern, get_resolver, resolve

from fbss_site.library import LoadError, load_library
from treatments.models import Treatment

from . import factories, staff
from .library.small_library import FILES, write_library

pytestmark = pytest.mark.django_db
SENTENCE = "Another page of this site is at /treatments/compare/. Choose another address."
OF_A_ROW = re.compile(r"(?P<folder>.*/)<slug:\w+>/")
FIXED = re.compile(r"(?P<folder>.*/)(?P<name>[-\w]+)/")


def routes(patterns, start=""):
    """Every address of the site as the URLconf writes it."""
    for pattern in patterns:
        route = f"{start}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern.url_patterns, route)


def taken_names():
    """(folder, name) of every fixed page beside pages of rows."""
    found = [route for route in routes(get_resolver().url_patterns) if not route.startswith("admin/")]
    folders = {match["folder"] for match in map(OF_A_ROW.fullmatch, found) if match}
    fixed = [match for match in map(FIXED.fullmatch, found) if match]
    return [(match["folder"], match["name"]) for match in fixed if match["folder"] in folders]


def model_at(folder):
    app, view = resolve(f"/{folder}some-name/").view_name.split(":")
    return apps.get_model(app, view.removesuffix("_detail"))


def test_the_comparison_is_such_a_page():
    assert ("treatments/", "compare") in taken_names()


@pytest.mark.parametrize(("folder", "name"), taken_names())
def test_no_row_takes_the_address_of_a_fixed_page(folder, name):
    row = model_at(folder)(slug=name)

    with pytest.raises(ValidationError) as refused:
        row.full_clean()

    said = f"Another page of this site is at /{folder}{name}/. Choose another address."
    assert refused.value.message_dict["slug"] == [said]


def test_the_form_refuses_it_at_its_field(clinic):
    treatment = factories.make_treatment(status="draft")

    response = staff.send_form(
        staff.sign_in(staff.EDITORS), staff.admin_url("change", treatment), "_save_draft", slug="compare"
    )

    assert staff.errors_of(response)["slug"] == SENTENCE
    assert not Treatment.objects.filter(slug="compare").exists()


def test_a_file_of_that_name_is_not_loaded(tmp_path):
    path = next(path for path in FILES if path.startswith("treatments/"))
    write_library(tmp_path, **{"treatments/compare.md": FILES[path]})

    with pytest.raises(LoadError) as refused:
        load_library(tmp_path)

    assert [(fault.field, fault.message) for fault in refused.value.faults["treatments/compare.md"]] == [
        ("slug", SENTENCE)
    ]


@pytest.mark.parametrize("slug", ["compare-all", "Compare", "conditions", "search"])
def test_other_names_are_free(slug):
    assert factories.make_treatment(slug=slug).get_absolute_url() == f"/treatments/{slug}/"


def test_a_record_without_a_page_may_have_any_name():
    assert factories.make_group(slug="compare").slug == "compare"


@pytest.mark.parametrize("slug", ["", "two words", "a/b"])
def test_what_is_no_address_at_all_is_refused_in_its_own_words(slug):
    with pytest.raises(ValidationError) as refused:
        Treatment(slug=slug).full_clean()

    assert refused.value.message_dict["slug"]
    assert "Another page" not in str(refused.value)
