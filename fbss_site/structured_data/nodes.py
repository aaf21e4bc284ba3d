"""What search engines read beside the text: nodes of schema.org's vocabulary, as plain dicts for JSON-LD.

Nothing is said here that the page does not say too, and nothing that is not true yet.
"""

import json
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

CONTEXT = "https://schema.org"
# A text cannot close the script element, nor open a comment in it. The same as in django.utils.html.json_script.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


class Site(NamedTuple):
    """Who speaks on a page, and where. ``origin``: scheme and host of canonical addresses; ``url``: the page's own."""

    clinic: object
    origin: str
    url: str
    card_url: str = ""

    def at(self, path):
        """The whole address of a path of ours; an address with a host stays as it is."""
        return f"{self.origin}{path}" if path.startswith("/") else path


def node(kind, *, id="", **values):
    """A node without the values that are empty."""
    named = {"@id": id, **values}
    return {"@type": kind, **{name: value for name, value in named.items() if value not in ("", None, [], (), {})}}


def as_script(data):
    """The script element that holds ``data``. It is data to a browser: no policy on scripts keeps it out."""
    text = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False, separators=(",", ":"))
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text.translate(ESCAPES)))
