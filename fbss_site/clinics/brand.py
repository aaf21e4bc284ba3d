"""A clinic's few brand values as a small stylesheet; static/css/tokens.css is its only reader."""

import hashlib
from typing import NamedTuple

from . import contrast

HEADING_FONTS = {
    "plain": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
    "classic": "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif",
    "rounded": "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Comfortaa, Manjari, system-ui, sans-serif",
}
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
    light = contrast.readable_on(accent, contrast.LIGHT_PAGES)
    dark = contrast.readable_on(accent, contrast.DARK_PAGES)
    return [
        Variant("accent", "bands and buttons", accent, contrast.contrast_ratio(accent, on_accent)),
        Variant("on-accent", "text on the accent", on_accent, contrast.contrast_ratio(accent, on_accent)),
        Variant("accent-text", "headings and links on light pages", light, _worst(light, contrast.LIGHT_PAGES)),
        Variant("accent-text-dark", "headings and links on dark pages", dark, _worst(dark, contrast.DARK_PAGES)),
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
