"""Pages on paper: everything that the page says is there."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.test_pages import FBSS, STIMULATION

GUIDE = "/guides/coming-off-a-medicine-safely/"
# A paragraph in pieces: numbers of references, links and words to explain are drawn apart from their line.
PIECES = """
    all => all.filter(one => !one.querySelector("p, li") && !one.closest(".screen-only")).flatMap(one => {
        const copy = one.cloneNode(true);
        copy.querySelectorAll(".visually-hidden").forEach(part => part.remove());
        copy.querySelectorAll(".citation").forEach(part => part.replaceWith("\\n\\n"));
        for (const part of copy.querySelectorAll("a, button, strong"))
            part.replaceWith("\\n\\n", ...part.childNodes, "\\n\\n");
        return copy.textContent.split("\\n\\n");
    })
"""


def paper(page):
    """What comes out of the printer, without white space: lines break anywhere."""
    document = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4")))
    return squeezed("".join(sheet.extract_text() for sheet in document.pages))


def squeezed(text):
    return re.sub(r"[\s\u00ad]+", "", text)


@pytest.mark.parametrize("path", [FBSS, STIMULATION, "/symptoms/saddle-numbness/", "/treatments/", GUIDE])
def test_a_printed_page_leaves_nothing_out(site, page, path):
    page.goto(site.url(path))
    pieces = page.locator(
        "main :is(h1, .section h2), .prose :is(h3, p, li), .explained p, .outcome p, .outcomes td, .reference"
    ).evaluate_all(PIECES)
    printed = paper(page)
    assert len(pieces) > 20
    assert [piece for piece in pieces if squeezed(piece) not in printed] == []
