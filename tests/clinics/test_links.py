import pytest
from django.core.exceptions import ValidationError

from fbss_site.clinics.links import Link, parse_link, validate_link_lines
from tests.factories import make_clinic


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("Privacy /guides/privacy/", Link("Privacy", "/guides/privacy/")),
        ("How we write  /guides/how-we-write/", Link("How we write", "/guides/how-we-write/")),
        ("Price list https://example.org/prices?a=1", Link("Price list", "https://example.org/prices?a=1")),
        ("A /", Link("A", "/")),
    ],
)
def test_a_line_is_words_and_an_address(line, link):
    assert parse_link(line) == link
    validate_link_lines([line])


@pytest.mark.parametrize(
    "line",
    [
        *("Privacy", "/guides/privacy/", "Privacy guides/privacy", "Privacy //evil.example", "Privacy http://a.org"),
        *("Privacy javascript:alert(1)", "Privacy data:text/html,x", "", "Privacy /a b", "Privacy mailto:a@b.org"),
    ],
)
def test_another_line_is_refused_with_what_to_type(line):
    assert parse_link(line) is None
    with pytest.raises(ValidationError) as refused:
        validate_link_lines(["Privacy /guides/privacy/", line])

    assert refused.value.messages == [
        f"“{line}” is no link. Type the words, a space, then an address that starts with / or https://."
    ]


@pytest.mark.django_db
def test_a_clinics_links_are_checked_at_their_field():
    with pytest.raises(ValidationError) as refused:
        make_clinic(links=["Privacy javascript:alert(1)"])

    assert list(refused.value.message_dict) == ["links"]
