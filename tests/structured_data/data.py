"""Reads a page's JSON-LD as a test needs it."""

import json

from ..html import Page


def blocks(response):
    scripts = Page(response.content).find("script", type="application/ld+json")
    return [json.loads(script.text) for script in scripts]


def block(response, *kinds):
    """The one block whose type is among ``kinds``."""
    [found] = [data for data in blocks(response) if data["@type"] in kinds]
    return found
