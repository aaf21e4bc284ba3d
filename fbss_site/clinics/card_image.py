"""The picture that other sites show beside a link to a clinic: its name in its own colour and kind of letters.

1200 by 630 pixels, as the Open Graph readers of large sites ask for. Drawn once a process and kept in memory.
"""

import hashlib
import io
import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from . import contrast

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
FOOT = 140  # the white strip with the subject
SUBJECT = "Pain after back surgery"
SUBJECT_SIZE = 52
INK, LINE, PAPER = "#1b2226", "#6b7a83", "#ffffff"
# The largest that fits is taken. At the last one even 400 of the widest letters fit.
SIZES = (104, 92, 80, 70, 60, 52, 46, 40, 36, 32, 28, 24)
LINE_HEIGHT = 1.25
# Part of the address: another number after each change of the drawing, or browsers keep the old one for a year.
DESIGN = 1

FONTS = Path(__file__).parent / "fonts"
FONT_OF_STYLE = {"plain": "noto-sans-bold.ttf", "classic": "noto-serif-bold.ttf", "rounded": "nunito-bold.ttf"}
WIDEST_RANGE = FONT_OF_STYLE["plain"]
NO_CHARACTER = "\U0010ffff"  # no font has a letter for it


def card_hash(clinic):
    said = "\0".join((str(DESIGN), clinic.heading_style, clinic.accent_colour, clinic.name))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def card_png(clinic):
    return _drawn(clinic.name, clinic.accent_colour, clinic.heading_style)


@lru_cache(maxsize=32)
def _drawn(name, accent, style):
    card = Image.new("RGB", (WIDTH, HEIGHT), accent)
    draw = ImageDraw.Draw(card)
    top = HEIGHT - FOOT
    draw.rectangle((0, top, WIDTH, HEIGHT), fill=PAPER)
    draw.line((0, top, WIDTH, top), fill=LINE, width=2)
    name = _tidy(name)
    if file := _font_for(name, style):
        subject = _font(FONT_OF_STYLE[style], SUBJECT_SIZE)
        draw.text((MARGIN, top + FOOT / 2), SUBJECT, fill=INK, font=subject, anchor="lm")
    else:
        name, file = SUBJECT, FONT_OF_STYLE[style]
    lines, size = fit(name, file, WIDTH - 2 * MARGIN, top - 1.5 * MARGIN)
    _write(draw, lines, _font(file, size), contrast.text_on(accent), middle=top / 2)
    png = io.BytesIO()
    card.quantize(64).save(png, "PNG", optimize=True)
    return png.getvalue()


def fit(text, file, width, height):
    """``text`` as lines no wider than ``width``, and the size at which they are no higher than ``height``."""
    for size in SIZES:
        lines = _wrapped(text, _font(file, size), width)
        if len(lines) * size * LINE_HEIGHT <= height:
            break
    return lines, size


def _wrapped(text, font, width):
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        lines += [""] if lines[-1] else []
        for char in word:  # a word wider than the card is broken anywhere
            if lines[-1] and font.getlength(lines[-1] + char) > width:
                lines.append("")
            lines[-1] += char
    return lines


def _write(draw, lines, font, colour, *, middle):
    step = font.size * LINE_HEIGHT
    y = middle - step * (len(lines) - 1) / 2
    for line in lines:
        draw.text((MARGIN, y), line, fill=colour, font=font, anchor="lm")
        y += step


def _tidy(name):
    """Composed letters, and nothing that only acts: such characters have no picture."""
    return "".join(
        char for char in unicodedata.normalize("NFC", name) if unicodedata.category(char) not in {"Cf", "Cc"}
    )


def _font_for(name, style):
    """The file of the clinic's own kind of letters, else of those with most scripts; None where both lack one."""
    return next((file for file in (FONT_OF_STYLE[style], WIDEST_RANGE) if _has_all(name, file)), None)


def _has_all(name, file):
    font = _font(file, SIZES[-1])
    missing = bytes(font.getmask(NO_CHARACTER))
    return all(bytes(font.getmask(char)) != missing for char in set(name) if not char.isspace())


@lru_cache(maxsize=64)
def _font(file, size):
    return ImageFont.truetype(FONTS / file, size)
