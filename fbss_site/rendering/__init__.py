"""From an editor's Markdown to safe HTML. Pure: no ORM, no request, no settings.

One ``Composer`` writes one page. It numbers citations by first use, links each glossary
term once, and fills in a clinic's own words, over every text it is given::

    composer = Composer(references=keys, terms=terms, words=words)
    section = composer.compose(markdown, section_id="benefits", label="Benefits")
    composer.references   # in order of first use, with the places that cite each
"""

from .composer import Composed, Composer, Heading, Place, UsedReference
from .markup import cited_keys, named_terms, used_words
from .words import Term, Word

__all__ = [
    "Composed",
    "Composer",
    "Heading",
    "Place",
    "Term",
    "UsedReference",
    "Word",
    "cited_keys",
    "named_terms",
    "used_words",
]
