"""Whatever is typed is either stored as it was meant or answered in a sentence at its field."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fbss_site.consultations.models import ConsultationRequest
from fbss_site.consultations.text_fields import tidy
from tests.factories import make_clinic
from tests.html import Page

from .factories import form_data, open_desk, send

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "Robert'); DROP TABLE consultations_consultationrequest;--",
    "{{ 7|add:7 }}{% debug %}",
    '=HYPERLINK("x")',
    "😀 Zoë 👩‍👩‍👧",
    "עברית ‏ العربية",
    "%s %(name)s {0}",
]


def fault(response, name):
    page = Page(response.content)
    return page.one(id=f"id_{name}_error").text.removeprefix("Please correct: ")


@pytest.mark.parametrize("typed", HOSTILE)
def test_odd_text_is_kept_as_typed_and_printed_as_text(client, desk_clinic, typed):
    assert send(client, name=typed, note=typed).status_code == 302
    page = Page(send(client, name=typed, note=typed, phone="x").content)

    details = ConsultationRequest.objects.get().details
    assert (details.name, details.note) == (typed, typed)
    assert page.one("input", name="name").attributes["value"] == typed
    assert page.one("textarea", name="note").text.strip() == typed
    assert not page.find("img")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Jo\x00 \x07Sample\x1b", "Jo Sample"),
        ("Jo\r\nBcc: all@example.com", "Jo Bcc: all@example.com"),
        ("  Jo \t\n Sample  ", "Jo Sample"),
        ("Jo \u202eelpmaS\u202c", "Jo elpmaS"),
        ("\u2066Jo\u2069\ufeff", "Jo"),
        ("Jo\u2028Sample\x85x", "Jo Sample x"),
    ],
)
def test_what_acts_without_being_seen_is_taken_out_of_a_name(client, desk_clinic, typed, kept):
    send(client, name=typed)

    assert ConsultationRequest.objects.get().details.name == kept


@pytest.mark.parametrize("typed", ["", " ", "\u200b", "\u202e\u202c", "\x00", "...", "😀"])
def test_a_name_without_a_letter_is_no_name(client, desk_clinic, typed):
    assert fault(send(client, name=typed), "name") == "Type your name."


def test_a_note_keeps_its_lines(client, desk_clinic):
    send(client, note="One\r\ntwo\rthree\x00\u202e")

    assert ConsultationRequest.objects.get().details.note == "One\ntwo\nthree"


def test_a_note_of_300_characters_is_taken_however_its_lines_end(client, desk_clinic):
    assert send(client, note=("x" * 99 + "\r\n") * 3).status_code == 302


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("name", "x" * 121, "Shorten your name to 120 characters."),
        ("note", "x" * 301, "Shorten this to 300 characters. It has 301 now."),
        ("email", "x" * 300 + "@example.com", "Type an e-mail address"),
        ("email", "nobody", "Type an e-mail address such as name@example.com"),
        ("email", "a@example.com\nBcc: b@example.com", "Type an e-mail address"),
        ("email", "a@example.com, b@example.com", "Type an e-mail address"),
        ("best_time", "0300-0400", "Choose one of the times shown."),
        ("place", "999", "Choose one of the places shown."),
        ("clinician", "dr-evil", "Choose one of the people shown."),
        ("topic", "/treatments/none/", "Choose one of the topics shown."),
        ("topic", "x" * 5000, "Choose one of the topics shown."),
        ("patient", "maybe", "Select a valid choice"),
    ],
)
def test_what_cannot_be_taken_is_answered_at_its_field(client, desk_clinic, name, typed, sentence):
    response = send(client, **{name: typed})

    assert response.status_code == 422
    assert sentence in fault(response, name)
    assert not ConsultationRequest.objects.exists()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("(312) 555-0199", "tel:+1-312-555-0199"),
        ("312.555.0199 ext. 12", "tel:+1-312-555-0199;ext=12"),
        ("3125550199x7", "tel:+1-312-555-0199;ext=7"),
        ("+44 20 7946 0123", "tel:+44-20-7946-0123"),
        ("+49 (0)30 23125 123", "tel:+49-30-23125123"),
        ("\u202a+1 312 555 0199\u202c", "tel:+1-312-555-0199"),  # as copied from a phone's contacts
        ("１３１２５５５０１９９", "tel:+1-312-555-0199"),
    ],
)
def test_a_number_that_can_be_called_is_understood(client, desk_clinic, typed, stored):
    send(client, phone=typed)

    assert ConsultationRequest.objects.get().details.phone == stored


@pytest.mark.parametrize(
    "typed",
    ["", "12", "call me", "555-0199", "+999 123", "000-000-0000", "1" * 500, "<b>", "tel:", "+", "3125550199" * 7],
)
def test_a_number_that_cannot_be_called_is_asked_again(client, desk_clinic, typed):
    sentence = fault(send(client, phone=typed), "phone")

    assert sentence.startswith("Type the phone number" if not typed else "Type a phone number that we can call")
    assert not ConsultationRequest.objects.exists()


def test_a_number_without_country_code_is_of_the_clinics_country(client, desk_clinic):
    open_desk(make_clinic(slug="uk", locale="en-GB", hostnames=["uk.localhost"]))

    send(client, host="uk.localhost", phone="020 7946 0123")

    assert ConsultationRequest.objects.get().details.same_phone == "+442079460123"


def test_a_form_of_many_megabytes_is_refused_in_a_sentence(client, desk_clinic):
    response = send(client, note="x" * 3_000_000)

    assert response.status_code == 413
    assert "Your request is too long" in response.content.decode()
    assert "(312) 555-0142" in response.content.decode()


def test_thousands_of_fields_are_refused(client, desk_clinic):
    fields = "&".join(f"f{number}=" for number in range(2000))

    assert client.post("/consultation/", fields, "application/x-www-form-urlencoded").status_code == 400


def test_a_form_without_any_field_is_answered(client, desk_clinic):
    assert client.post("/consultation/").status_code == 422


def test_a_file_is_not_taken(client, desk_clinic):
    response = client.post("/consultation/", {**form_data(), "note": SimpleUploadedFile("scan.jpg", b"x")})

    assert response.status_code == 302
    assert ConsultationRequest.objects.get().details.note == ""


@given(st.text(max_size=400))
def test_tidied_text_holds_nothing_that_acts(text):
    for lines in (False, True):
        tidied = tidy(text, lines=lines)
        assert tidy(tidied, lines=lines) == tidied
        assert not set(tidied) & {"\x00", "\r", "\x1b", "\u202e", "\u2066"}
        assert lines or "\n" not in tidied


class AnyInput(TestCase):
    """No text in any field gets anything but a stored request or a sentence."""

    def setUp(self):
        self.clinic = open_desk(make_clinic(is_default=True))

    @given(st.dictionaries(st.sampled_from(sorted(form_data())), st.text(max_size=60)))
    def test_any_text_is_answered(self, typed):
        response = self.client.post("/consultation/", form_data(**typed), headers={"host": "localhost"})

        assert response.status_code in {302, 403, 422}, typed
