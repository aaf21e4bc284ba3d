"""A person is found by what they say on the phone, and never through an address."""

import pytest
from django.urls import reverse

from tests.html import Page

from .factories import EMAIL, NAME, PHONE, make_request

LIST = reverse("admin:consultations_consultationrequest_changelist")


@pytest.mark.parametrize(
    "typed",
    [PHONE, "(312) 555-0199", "312 555 0199 x4", EMAIL, EMAIL.upper(), NAME, "marta exa", "REFERENCE", "reference"],
)
def test_a_person_is_found_by_what_they_say_on_the_phone(desk, desk_clinic, typed):
    request = make_request(clinic=desk_clinic)
    make_request(clinic=desk_clinic, name="Other", phone="+13125550112", email="other@example.com")
    if typed.lower() == "reference":
        typed = request.reference if typed.isupper() else request.reference.lower()

    found = desk.post(reverse("admin:consultations_find"), {"who": typed}).context["found"]

    assert [card["row"] for card in found] == [request]


@pytest.mark.parametrize("typed", ["", " ", "Nobody", "+1", "x@y", "%", "'; DROP TABLE", "\x00", "۱۲۳"])
def test_what_is_not_there_is_not_found(desk, desk_clinic, typed):
    make_request(clinic=desk_clinic)

    response = desk.post(reverse("admin:consultations_find"), {"who": typed})

    assert response.status_code == 200
    assert response.context["found"] == []


def test_looking_for_a_person_puts_nothing_into_an_address(desk, desk_clinic):
    page = Page(desk.get(reverse("admin:consultations_find")).content)

    form = page.one("form", class_="inbox__form")
    assert form.attributes["method"] == "post"
    assert not Page(desk.get(LIST).content).find("input", id="searchbar")
