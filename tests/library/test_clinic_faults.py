"""What can be wrong in a clinic's file."""

import pytest

from .refusals import faults, line_in
from .small_library import FILES, write_library

pytestmark = pytest.mark.django_db


# What is changed, into what, the field that is named, where its line is, and the sentence.
CLINIC_FAULTS = [
    ("accent_colour: '#163a5f'", "accent_colour: teal", "accent_colour", "teal", "Type the colour as # and six digits"),
    ("phone: '+13125550142'", "phone: 'call us'", "phone", "call us", ""),
    ("time_zone: America/Chicago", "time_zone: Chicago", "time_zone", "time_zone", "“Chicago” is no time zone."),
    (
        "  - Privacy /guides/privacy/",
        "  - Privacy javascript:x",
        "links",
        "links:",
        "“Privacy javascript:x” is no link.",
    ),
    ("- www.sample.localhost", "- https://a.org", "hostnames.1.name", "https://a.org", "Type the host name alone"),
    ("- www.sample.localhost", "- sample.localhost", "hostnames.1.name", "- sample", "Another clinic already answers"),
    ("opens: '13:00'", "opens: '25:00'", "hours.1.opens", "25:00", ""),
    ("closes: '17:00'", "closes: '12:30'", "hours.1", "- weekday: Monday", "The closing time must come after"),
    ("- weekday: Monday", "- weekday: Someday", "hours.0.weekday", "Someday", "Write one of: Monday, Tuesday"),
    ("- date: 2026-12-25", "- date: Christmas", "holidays.0.date", "date: Christmas", ""),
    (
        "    role: Spine surgeon",
        "    title: Surgeon",
        "clinicians.0.title",
        "title: Surgeon",
        "There is no such key here.",
    ),
    (
        "- treatment: stimulation",
        "- treatment: surgery",
        "offerings.0.treatment",
        "surgery",
        "There is no treatment “surgery”",
    ),
    (
        "      - rea-sample",
        "      - nobody",
        "offerings.0.clinicians",
        "    clinicians:",
        "There is no clinician “nobody”.",
    ),
    (
        "    condition: scar",
        "    condition: tear",
        "home_sections.1.condition",
        "tear",
        "There is no condition “tear”.",
    ),
    ("    part: overview", "    part: benefits", "home_sections.1.part", "part: benefits", "Choose one of: overview"),
    ("1 in 5.[@kumar2007]", "1 in 5.[@no]", "home_sections.0.text", "[@no]", "There is no citation “no”."),
    ("name: Sample Clinic", "named: Sample Clinic", "named", "named:", "There is no such key here."),
    ("name: Sample Clinic", "name: ''", "name", "name: ''", "This field cannot be blank."),
]


@pytest.mark.parametrize(("old", "new", "field", "place", "message"), CLINIC_FAULTS)
def test_a_fault_in_a_clinic(library, old, new, field, place, message):
    path = "clinics/sample.yaml"
    text = FILES[path].replace(old, new, 1)
    assert text != FILES[path]
    write_library(library, **{path: text})

    by_field = {found.rstrip("."): (line, said) for _, line, found, said in faults(library)}

    line, said = by_field[field]
    assert said.startswith(message)
    assert line == max(number for number, words in enumerate(text.splitlines(), start=1) if place in words)


def test_two_clinics_at_one_host_name(library):
    text = FILES["clinics/sample.yaml"]
    other = text[: text.index("hours:")].replace("is_default: true\n", "").replace("  - sample.localhost\n", "")
    write_library(library, **{"clinics/other.yaml": other})

    # Whichever is written first has the name; the file that is read last is told.
    ((path, line, field, message),) = faults(library)
    assert (path, field) == ("clinics/sample.yaml", "hostnames.1.name")
    assert line == line_in("clinics/sample.yaml", "www.sample.localhost")
    assert message == "Another clinic already answers at this host name."
