import re

import pytest

from fbss_site.clinics import brand
from fbss_site.clinics.models import Clinic


def values_of(stylesheet):
    body = re.fullmatch(r":root\{(.*)\}\n", stylesheet)[1]
    return dict(line.split(":", 1) for line in body.rstrip(";").split(";"))


def test_a_clinics_stylesheet_sets_its_tokens():
    values = values_of(brand.stylesheet(Clinic(accent_colour="#163a5f", heading_style="classic", corners="square")))

    assert list(values) == [
        *("--clinic-accent", "--clinic-on-accent", "--clinic-accent-text", "--clinic-accent-text-dark"),
        *("--clinic-tint", "--clinic-tint-dark"),
        *("--clinic-heading-font", "--clinic-radius"),
    ]
    assert values["--clinic-accent"] == "#163a5f"
    assert values["--clinic-on-accent"] == "#ffffff"
    assert values["--clinic-accent-text"] == "#163a5f"
    assert values["--clinic-heading-font"] == brand.HEADING_FONTS["classic"]
    assert values["--clinic-radius"] == "0"


@pytest.mark.parametrize("style", Clinic.HeadingStyle.values)
@pytest.mark.parametrize("corners", Clinic.Corners.values)
def test_every_choice_has_its_value(style, corners):
    values = values_of(brand.stylesheet(Clinic(heading_style=style, corners=corners)))

    assert values["--clinic-heading-font"] == brand.HEADING_FONTS[style]
    assert values["--clinic-radius"] == brand.RADII[corners]


@pytest.mark.parametrize("change", [{"accent_colour": "#163a60"}, {"heading_style": "rounded"}, {"corners": "round"}])
def test_the_address_of_the_stylesheet_changes_with_what_it_says(change):
    before = brand.stylesheet_hash(Clinic())

    assert brand.stylesheet_hash(Clinic(name="Another name")) == before
    assert brand.stylesheet_hash(Clinic(**change)) != before
    assert re.fullmatch(r"[0-9a-f]{16}", before)
