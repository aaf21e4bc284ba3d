"""Files that people upload: pictures of any kind and size, and what only looks like one."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"


def picture(kind="PNG", size=(40, 20), mode="RGB", colour="red", **options):
    """The bytes of a picture in one of Pillow's formats."""
    file = io.BytesIO()
    Image.new(mode, size, colour).save(file, kind, **options)
    return file.getvalue()


def huge_png(width, height):
    """A small PNG file whose header promises ``width`` x ``height`` pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\x00" * 1000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def upload(content, name="picture.png", content_type="image/png"):
    return SimpleUploadedFile(name, content, content_type)


# Every file of the kinds that are refused, with a word of the sentence that says why.
REFUSED = {
    "html": (upload(HTML, "a.html", "text/html"), "not a JPEG, PNG or WebP"),
    "html that says it is a picture": (upload(HTML, "a.png", "image/gif"), "not a JPEG, PNG or WebP"),
    "svg": (upload(SVG, "a.svg", "image/svg+xml"), "not a JPEG, PNG or WebP"),
    "gif": (upload(picture("GIF"), "a.gif", "image/gif"), "not a JPEG, PNG or WebP"),
    "gif that says it is a jpeg": (upload(picture("GIF"), "a.jpg", "image/jpeg"), "not a JPEG, PNG or WebP"),
    "truncated jpeg": (upload(picture("JPEG", (400, 400))[:-200], "a.jpg", "image/jpeg"), "damaged"),
    "truncated png": (upload(picture("PNG", (400, 400))[:60]), "damaged"),
    "60 megapixels": (upload(huge_png(10_000, 6_000)), "25 million pixels"),
    "decompression bomb": (upload(huge_png(60_000, 60_000)), "25 million pixels"),
    "6 MB": (upload(picture() + b"\x00" * 6 * 1024 * 1024), "5 MB is the most"),
}
