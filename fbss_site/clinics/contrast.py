"""Contrast arithmetic of WCAG 2.2 (relative luminance, success criterion 1.4.3), on ``#rrggbb`` texts."""

import colorsys

AA_TEXT = 4.5
BLACK, WHITE = "#000000", "#ffffff"
# The page colours of static/css/tokens.css that branded text must be readable on.
LIGHT_PAGES = ("#ffffff", "#eef2f4")
DARK_PAGES = ("#14191c", "#242c31")
STEPS = 100


def luminance(colour):
    """Relative luminance, 0 (black) to 1 (white)."""
    channels = [channel / 255 for channel in _rgb(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(one, other):
    """1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(colour):
    """Black or white, whichever reads better on ``colour``; always 4.5:1 or more."""
    return max((WHITE, BLACK), key=lambda text: contrast_ratio(text, colour))


def readable_on(colour, backgrounds):
    """The nearest lightness of ``colour`` that passes AA as text on every one of ``backgrounds``; its hue stays."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in _rgb(colour)))
    goal = 1 if text_on(backgrounds[0]) == WHITE else 0
    for step in range(STEPS + 1):
        moved = lightness + (goal - lightness) * step / STEPS
        shade = _hex(channel * 255 for channel in colorsys.hls_to_rgb(hue, moved, saturation))
        if all(contrast_ratio(shade, background) >= AA_TEXT for background in backgrounds):
            break
    return shade


def mix(one, other, share):
    """``one`` with a ``share`` (0 to 1) of ``other`` in it."""
    return _hex(a + (b - a) * share for a, b in zip(_rgb(one), _rgb(other), strict=True))


def _rgb(colour):
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _hex(channels):
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)
