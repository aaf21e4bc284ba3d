import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from fbss_site.clinics.pictures import clean_picture
from tests.pictures import REFUSED, picture, upload


def cleaned(content, **file):
    """The name and the decoded picture that is kept of ``content``."""
    kept = clean_picture(upload(content, **file))
    return kept.name, Image.open(io.BytesIO(kept.read()))


@pytest.mark.parametrize(("file", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_sound_picture_is_refused_with_a_sentence(file, why):
    file.seek(0)

    with pytest.raises(ValidationError, match=why):
        clean_picture(file)


@pytest.mark.parametrize(("kind", "extension"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp")])
def test_the_extension_comes_from_what_was_decoded(kind, extension):
    name, kept = cleaned(picture(kind), name="harmless.html", content_type="text/html")

    assert name.endswith(extension)
    assert kept.format == kind


def test_two_pictures_never_get_one_name():
    assert cleaned(picture())[0] != cleaned(picture())[0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_is_kept(kind):
    exif = Image.Exif()
    exif[0x010E] = "SECRET-PLACE"
    options = {"exif": exif, "icc_profile": b"SECRET-PROFILE", "xmp": b"SECRET-XMP", "comment": b"SECRET-COMMENT"}
    content = picture(kind, **options) + b"<script>SECRET</script>"
    assert b"SECRET" in content

    assert b"SECRET" not in clean_picture(upload(content)).read()


def test_a_wide_picture_is_scaled_down():
    assert cleaned(picture(size=(3200, 1000)))[1].size == (1600, 500)


def test_a_small_picture_keeps_its_size():
    assert cleaned(picture(size=(300, 900)))[1].size == (300, 900)


def test_a_picture_taken_sideways_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright

    assert cleaned(picture("JPEG", (400, 200), exif=exif))[1].size == (200, 400)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "RGB"])
def test_every_kind_of_png_can_be_kept(mode):
    assert cleaned(picture("PNG", mode=mode, colour=0))[1].size == (40, 20)


def test_see_through_stays_see_through():
    _, kept = cleaned(picture("PNG", mode="RGBA", colour=(255, 0, 0, 0)))

    assert kept.getpixel((0, 0))[3] == 0


def test_a_jpeg_for_printing_can_be_kept():
    assert cleaned(picture("JPEG", mode="CMYK", colour=0))[1].mode == "RGB"
