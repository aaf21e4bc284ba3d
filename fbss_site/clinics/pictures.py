"""Pictures that staff upload: a logo, a photo, an illustration in a text.

What is stored holds the pixels and nothing else: no metadata (a phone notes where a picture
was taken) and no second payload behind a picture's header.
"""

import io
import secrets

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

# What Pillow calls a decoded file -> (how it is written anew, its extension). MPO is what many phones call JPEG.
WRITTEN_AS = {"JPEG": ("JPEG", "jpg"), "MPO": ("JPEG", "jpg"), "PNG": ("PNG", "png"), "WEBP": ("WEBP", "webp")}
READ_AS = ("JPEG", "PNG", "WEBP")
WRITING = {"JPEG": {"quality": 85, "optimize": True}, "PNG": {"optimize": True}, "WEBP": {"quality": 85}}
ACCEPT = "image/jpeg,image/png,image/webp"
LARGEST_FILE = 5 * 1024 * 1024
MOST_PIXELS = 25_000_000
WIDEST = 1600

NOT_A_PICTURE = "This file is not a JPEG, PNG or WebP picture. Save the picture as one of these, then choose it again."
DAMAGED = "This picture is damaged or incomplete. Export it again from where it came from, then choose it again."
TOO_MANY_PIXELS = (
    f"This picture has more than {MOST_PIXELS // 1_000_000} million pixels. Scale it down, for example to"
    f" {WIDEST} pixels wide, then choose it again."
)


def clean_picture(file):
    """``file`` decoded, turned upright, scaled to at most WIDEST and written anew, as a ContentFile with a random name.

    Raises ValidationError with a sentence for whoever chose the file.
    """
    if file.size > LARGEST_FILE:
        raise ValidationError(
            f"This file has {file.size / 1024 / 1024:.1f} MB and {LARGEST_FILE // 1024 // 1024} MB is the most."
            " Scale the picture down, then choose it again."
        )
    image = _open(file)
    try:
        pixels = _pixels(image)
    except Exception:  # a decoder fed with hostile bytes may raise anything
        raise ValidationError(DAMAGED) from None
    written_as, extension = WRITTEN_AS[image.format]
    written = io.BytesIO()
    pixels.save(written, written_as, **WRITING[written_as])
    return ContentFile(written.getvalue(), name=f"{secrets.token_hex(16)}.{extension}")


def _open(file):
    """Reads the header only: size and format are judged before any pixel is decoded."""
    try:
        image = Image.open(file, formats=READ_AS)
    except Image.DecompressionBombError:
        raise ValidationError(TOO_MANY_PIXELS) from None
    except UnidentifiedImageError:
        raise ValidationError(NOT_A_PICTURE) from None
    except Exception:  # as above
        raise ValidationError(DAMAGED) from None
    if image.width * image.height > MOST_PIXELS:
        raise ValidationError(TOO_MANY_PIXELS)
    return image


def _pixels(image):
    image.load()
    upright = ImageOps.exif_transpose(image)
    pixels = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    if pixels.width > WIDEST:
        pixels.thumbnail((WIDEST, pixels.height))
    pixels.info.clear()  # Pillow writes some metadata back unasked
    return pixels


class PictureField(forms.FileField):
    """A file field that keeps only what ``clean_picture`` makes of a file."""

    def to_python(self, data):
        file = super().to_python(data)
        return clean_picture(file) if file else None

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "accept": ACCEPT}
