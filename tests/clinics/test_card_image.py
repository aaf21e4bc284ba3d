import io
import re

import pytest
from PIL import Image

from fbss_site.clinics import card_image
from fbss_site.clinics.contrast import contrast_ratio
from fbss_site.clinics.models import Clinic

from .. import factories
from ..html import Page

LONG = "The Spine and Pain Centre of the Western Counties " * 8


def card(**fields):
    png = card_image.card_png(Clinic(**{"name": "Sample Clinic", **fields}))
    return Image.open(io.BytesIO(png)).convert("RGB")


def colours_of(picture, box):
    return {f"#{red:02x}{green:02x}{blue:02x}" for _, (red, green, blue) in picture.crop(box).getcolors(100_000)}


def test_a_card_has_the_size_that_link_previews_ask_for():
    assert card().size == (1200, 630)


@pytest.mark.parametrize("accent", ["#163a5f", "#fff6b0", "#ffffff", "#000000", "#808080"])
def test_the_name_stands_readable_on_the_clinics_own_colour(accent):
    colours = colours_of(card(accent_colour=accent), (0, 0, 1200, card_image.HEIGHT - card_image.FOOT - 2))

    assert accent in colours
    assert max(contrast_ratio(accent, colour) for colour in colours) >= 4.5


@pytest.mark.parametrize(
    "name", [LONG[:400], "W" * 400, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 6]
)
@pytest.mark.parametrize("style", Clinic.HeadingStyle.values)
def test_a_long_name_is_broken_and_made_smaller_until_it_fits(name, style):
    file = card_image.FONT_OF_STYLE[style]
    lines, size = card_image.fit(name, file, 1040, 370)
    font = card_image._font(file, size)

    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    assert all(font.getlength(line) <= 1040 for line in lines)
    assert len(lines) * size * card_image.LINE_HEIGHT <= 370


def test_a_short_name_is_large():
    assert card_image.fit("Spine", "noto-sans-bold.ttf", 1040, 370) == (["Spine"], card_image.SIZES[0])


def test_nothing_is_written_at_the_edges():
    edge = colours_of(card(name=LONG[:400]), (0, 0, 60, 480)) | colours_of(card(name=LONG[:400]), (1140, 0, 1200, 480))

    assert edge == {Clinic().accent_colour}


def test_each_kind_of_heading_looks_different():
    cards = {card_image.card_png(Clinic(name="Sample", heading_style=style)) for style in Clinic.HeadingStyle.values}

    assert len(cards) == 3


@pytest.mark.parametrize("name", ["脊椎クリニック", "מרפאה", "Spine 🦴"])
def test_a_name_whose_letters_no_font_has_gives_way_to_the_subject(name):
    assert card(name=name).tobytes() == card(name="脊").tobytes()
    assert len(colours_of(card(name=name), (80, 60, 1120, 480))) > 2


def test_letters_that_a_style_lacks_are_taken_from_another_font():
    assert card(name="Κλινική", heading_style="rounded").tobytes() != card(name="脊", heading_style="rounded").tobytes()


def test_characters_that_only_act_do_not_matter():
    assert card(name="Sam\u00adple \u202eClinic").tobytes() == card(name="Sample Clinic").tobytes()


@pytest.mark.parametrize(
    "change", [{"name": "Another name"}, {"accent_colour": "#163a60"}, {"heading_style": "rounded"}]
)
def test_the_address_changes_with_the_picture(change):
    before = card_image.card_hash(Clinic())

    assert card_image.card_hash(Clinic(**change)) != before
    assert card_image.card_hash(Clinic(tagline="A tagline")) == before
    assert re.fullmatch(r"[0-9a-f]{16}", before)


def test_the_picture_is_kept_for_a_year_and_may_be_shown_elsewhere(client, clinic):
    response = client.get(f"/brand/{card_image.card_hash(clinic)}.png")

    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies


def test_an_old_address_leads_to_the_new_picture(client, clinic):
    response = client.get("/brand/0123456789abcdef.png")

    assert response.status_code == 302
    assert response["Location"] == f"/brand/{card_image.card_hash(clinic)}.png"
    assert response["Cache-Control"] == "no-store"


def test_every_page_names_the_card_of_its_own_clinic(client, clinic):
    other = factories.make_clinic(name="Other Clinic", hostnames=["other.localhost"], locale="en-GB")
    page = Page(client.get("/conditions/", headers={"host": "other.localhost"}).content)
    said = {
        element.attributes["property"]: element.attributes["content"]
        for element in page.find("meta")
        if "property" in element.attributes
    }

    assert said["og:image"] == f"http://other.localhost/brand/{card_image.card_hash(other)}.png"
    assert said["og:url"] == "http://other.localhost/conditions/"
    assert said["og:site_name"] == "Other Clinic"
    assert said["og:title"] == "Conditions"
    assert said["og:description"] == page.one("meta", name="description").attributes["content"]
    assert said["og:locale"] == "en_GB"


def test_a_title_is_escaped_once(client, clinic):
    record = factories.make_condition(title='Pain & "numbness" <b>')
    page = Page(client.get(record.get_absolute_url()).content)

    assert page.one("meta", property="og:title").attributes["content"] == 'Pain & "numbness" <b>'
    assert page.one("title").text == f'Pain & "numbness" <b> · {clinic.name}'
