"""A clinic that says very little, or very much: each of its pages is whole."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from fbss_site.clinics.brand import stylesheet_hash
from fbss_site.clinics.card_image import card_hash
from fbss_site.clinics.contrast import DARK_PAGES, LIGHT_PAGES, contrast_ratio
from fbss_site.consultations import outbox
from tests import factories
from tests.consultations.factories import send
from tests.html import Page

pytestmark = pytest.mark.django_db
AA = 4.5
PALE_YELLOW = "#fff6b0"
NAMES = {
    "short": "Spine",
    "many words": ("The Spine and Pain Centre of the Western Counties " * 8)[:399] + ".",
    "one word": "W" * 400,
    "markup": "<b>\"Spine\" & 'Pain'</b></title>{{ clinic }}",
}
PATHS = (
    *("/", "/conditions/", "/symptoms/", "/causes/", "/tests/", "/treatments/", "/treatments/compare/", "/team/"),
    *("/locations/", "/consultation/", "/guides/", "/glossary/", "/references/", "/tools/", "/search/?q=pain", "/a-z/"),
    *("/conditions/scar/", "/treatments/rest/"),
)
EMPTY_KINDS = ("team", "locations", "insurance", "service-area", "telehealth", "offered-numbered", "offered-by-surgery")


@pytest.fixture(params=NAMES.values(), ids=NAMES)
def clinic(db, request):
    """With a name, a phone and a pale colour alone: no logo, people, places, hours or tagline."""
    clinic = factories.make_clinic(name=request.param, accent_colour=PALE_YELLOW, is_default=True)
    factories.make_condition(slug="scar", overview="{{clinic_name}} is on {{clinic_phone}}.")
    factories.make_treatment(slug="rest")
    return clinic


def words(element):
    return " ".join(element.text.split())


def test_each_page_is_whole(client, clinic):
    for path in PATHS:
        response = client.get(path)
        page = Page(response.content)

        assert response.status_code == 200, path
        assert page.one("h1").text.strip(), path
        assert words(page.find("title")[0]).endswith(clinic.name), path
        assert clinic.name in words(page.find("header")[0]), path
        assert not page.find("b"), path
        assert not [picture for picture in page.find("img") if not picture.attributes["src"]], path


def test_its_home_page_has_no_heading_with_nothing_under_it(client, clinic):
    factories.make_home_section(clinic=clinic, heading="Who we are", text="Our words.")
    for kind in EMPTY_KINDS:
        factories.make_home_section(clinic=clinic, kind=kind, heading="Nothing", text="")

    main = words(Page(client.get("/").content).one("main"))

    assert "Who we are Our words." in main
    assert "Nothing" not in main


def test_nobody_and_nowhere_are_said_in_a_sentence(client, clinic):
    assert "has not listed its people yet" in client.get("/team/").content.decode()
    assert clinic.phone.as_national in words(Page(client.get("/locations/").content).one("main"))


def test_its_stylesheet_and_picture_are_there(client, clinic):
    style = client.get(f"/brand/{stylesheet_hash(clinic)}.css").content.decode()
    colours = dict(re.findall(r"--clinic-([\w-]+):(#[0-9a-f]{6});", style))

    assert client.get(f"/brand/{card_hash(clinic)}.png")["Content-Type"] == "image/png"
    assert colours["accent"] == PALE_YELLOW
    assert contrast_ratio(colours["on-accent"], PALE_YELLOW) >= AA
    assert min(contrast_ratio(colours["accent-text"], page) for page in LIGHT_PAGES) >= AA
    assert min(contrast_ratio(colours["accent-text-dark"], page) for page in DARK_PAGES) >= AA


def test_it_can_be_asked_for_a_call(client, clinic):
    asked = send(client)
    page = client.get(asked["Location"])
    outbox.send_due(timezone.now)

    assert asked.status_code == 302
    assert page.status_code == 200
    [message] = mail.outbox
    assert message.message()["Subject"] == "We have your request"
    assert message.body.rstrip().endswith(clinic.name)


def test_it_can_be_told_what_helped(client, clinic):
    page = Page(client.get("/conditions/scar/").content)
    fields = {
        field.attributes["name"]: field.attributes.get("value", "") for field in page.find("input", type="hidden")
    }

    answered = client.post(reverse("feedback:feedback"), {**fields, "helpful": "yes"})

    assert answered.status_code == 302
    assert client.get(answered["Location"]).status_code == 200
