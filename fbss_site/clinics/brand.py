"""A clinic's few brand values as a small stylesheet; static/css/tokens.css is its only reader."""

import hashlib
from typing import NamedTuple

from . import contrast

HEADING_FONTS = {
    "plain": "'Public Sans', system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif",
    "classic": "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif",
    "rounded": "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Comfortaa, Manjari, 'Public Sans', sans-serif",
}
# How much of the accent the bands behind page titles take, on light and on dark pages.
TINT, DARK_TINT = 0.09, 0.16
RADII = {"square": "0", "soft": "0.375rem", "round": "1rem"}


class Variant(NamedTuple):
    """One computed colour, with the worst contrast that it meets; for the stylesheet and for editors."""

    name: str
    purpose: str
    colour: str
    ratio: float


def variants(accent):
    """What is made of an accent colour so that any accent passes WCAG AA, light and dark."""
    on_accent = contrast.text_on(accent)
    tint = contrast.mix(contrast.LIGHT_PAGES[0], accent, TINT)
    dark_tint = contrast.mix(contrast.DARK_PAGES[0], accent, DARK_TINT)
    light_pages, dark_pages = (*contrast.LIGHT_PAGES, tint), (*contrast.DARK_PAGES, dark_tint)
    light, dark = contrast.readable_on(accent, light_pages), contrast.readable_on(accent, dark_pages)
    return [
        Variant("accent", "bands and buttons", accent, contrast.contrast_ratio(accent, on_accent)),
        Variant("on-accent", "text on the accent", on_accent, contrast.contrast_ratio(accent, on_accent)),
        Variant("accent-text", "headings and links on light pages", light, _worst(light, light_pages)),
        Variant("accent-text-dark", "headings and links on dark pages", dark, _worst(dark, dark_pages)),
        Variant("tint", "behind page titles on light pages", tint, contrast.contrast_ratio(light, tint)),
        Variant("tint-dark", "behind page titles on dark pages", dark_tint, contrast.contrast_ratio(dark, dark_tint)),
    ]


def stylesheet(clinic):
    values = {f"--clinic-{variant.name}": variant.colour for variant in variants(clinic.accent_colour)}
    values["--clinic-heading-font"] = HEADING_FONTS[clinic.heading_style]
    values["--clinic-radius"] = RADII[clinic.corners]
    return ":root{" + "".join(f"{name}:{value};" for name, value in values.items()) + "}\n"


def stylesheet_hash(clinic):
    return hashlib.sha256(stylesheet(clinic).encode()).hexdigest()[:16]


def _worst(colour, backgrounds):
    return min(contrast.contrast_ratio(colour, background) for background in backgrounds)
