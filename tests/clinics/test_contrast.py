import re
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import example, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from fbss_site.clinics import brand
from fbss_site.clinics.contrast import (
    DARK_PAGES,
    LIGHT_PAGES,
    contrast_ratio,
    luminance,
    readable_on,
    text_on,
)

AA = 4.5  # WCAG 2.2, success criterion 1.4.3
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that passes AA on white
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#00ff00", "#000000", 15.30),
        ("#333333", "#ffffff", 12.63),
        ("#595959", "#ffffff", 7.00),
        ("#0b0b0b", "#ffffff", 19.68),
    ],
)
def test_ratios_are_those_that_wcag_gives(one, other, ratio):
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast_ratio(other, one) == contrast_ratio(one, other)


def test_luminance_runs_from_black_to_white():
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)
    assert luminance("#808080") == pytest.approx(0.2159, abs=0.0001)
    assert luminance("#FFFFFF") == luminance("#ffffff")


@given(colours)
@example("#767676")
@examples(max_examples=500)
def test_text_on_any_accent_passes_aa(accent):
    assert contrast_ratio(text_on(accent), accent) >= AA


@given(colours)
@example("#ffffff")
@example("#000000")
@examples(max_examples=500)
def test_any_accent_is_made_readable_on_every_page_colour(accent):
    for pages in (LIGHT_PAGES, DARK_PAGES):
        shade = readable_on(accent, pages)
        for page in pages:
            assert contrast_ratio(shade, page) >= AA


@given(colours)
def test_an_accent_that_is_readable_already_is_left_as_it_is(accent):
    if all(contrast_ratio(accent, page) >= AA for page in LIGHT_PAGES):
        assert readable_on(accent, LIGHT_PAGES) == accent


@given(colours)
@examples(max_examples=300)
def test_every_variant_tells_editors_a_ratio_that_passes(accent):
    for variant in brand.variants(accent):
        assert re.fullmatch(r"#[0-9a-f]{6}", variant.colour)
        assert variant.ratio >= AA


def test_the_page_colours_are_those_of_the_stylesheet():
    tokens = Path(settings.BASE_DIR, "static", "css", "tokens.css").read_text()
    light, dark = tokens.split("prefers-color-scheme: dark", 1)

    for part, pages in ((light, LIGHT_PAGES), (dark, DARK_PAGES)):
        found = dict(re.findall(r"--(page|surface):\s*(#[0-9a-f]{6});", part.partition("@media print")[0]))
        assert (found["page"], found["surface"]) == pages
