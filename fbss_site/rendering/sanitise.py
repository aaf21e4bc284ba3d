"""The last gate before a page: an allow-list, and the only mark_safe of the project."""

import re

import nh3
from django.utils.safestring import mark_safe

TAGS = {
    *("p", "br", "hr", "strong", "em", "a", "img", "ul", "ol", "li", "blockquote", "code", "pre"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "sup", "span", "div", "button"),
}
ATTRIBUTES = {
    "a": {"href", "id", "class", "title"},
    "img": {"src", "alt", "title", "loading"},
    "ol": {"start"},
    "button": {"type", "class", "popovertarget"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "span": {"class"},
    "sup": {"class"},
    "th": {"class", "scope"},
    "td": {"class"},
    **{heading: {"id"} for heading in ("h2", "h3", "h4", "h5", "h6")},
}
TERM_TARGET = "word-"  # begins the id of a definition
# The one button there is: it opens a definition on the same page, and can send nothing.
TERM_BUTTON = {
    "type": re.compile(r"button\Z"),
    "class": re.compile(r"term\Z"),
    "popovertarget": re.compile(rf"{TERM_TARGET}[\w-]+\Z"),
}
OWN_PICTURE = re.compile(r"\A/(?![/\\])")


def sanitise(html):
    """HTML that holds nothing but the allow-list: safe on any page, whatever went in."""
    return mark_safe(  # noqa: S308
        nh3.clean(
            html,
            tags=TAGS,
            attributes=ATTRIBUTES,
            attribute_filter=_keep_attribute,
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel=None,
        )
    )


def _keep_attribute(tag, attribute, value):
    # A picture from elsewhere would tell another company who reads about what.
    if tag == "img" and attribute == "src" and not OWN_PICTURE.match(value):
        return None
    if tag == "button" and not TERM_BUTTON[attribute].match(value):
        return None
    return value
