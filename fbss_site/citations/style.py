"""One reference style for the whole site: the NLM (Vancouver) order of parts."""

from typing import NamedTuple

NAMED_AUTHORS = 6  # NLM, "Citing Medicine": list all, or the first six and "et al."


class Link(NamedTuple):
    label: str
    text: str
    url: str


class Reference(NamedTuple):
    """A citation as it is printed; ``authors`` and ``source`` may be empty."""

    key: str
    authors: str
    title: str
    source: str
    links: tuple[Link, ...]
    type_label: str
    type_words: str
    status: str
    url: str


def reference_of(citation):
    """The ``Reference`` for a ``Citation``."""
    return Reference(
        key=citation.key,
        authors=_authors(citation.authors),
        title=citation.title.rstrip("."),
        source=_source(citation),
        links=tuple(_links(citation)),
        type_label=citation.get_type_display(),
        type_words=citation.Type(citation.type).plain_words,
        status="" if citation.status == citation.Status.CURRENT else citation.get_status_display(),
        url=citation.get_absolute_url(),
    )


def _authors(names):
    names = [name for name in names if name.lower().rstrip(".") != "et al"]
    if not names:
        return ""
    shown = ", ".join(names[:NAMED_AUTHORS])
    return f"{shown}, et al." if len(names) > NAMED_AUTHORS else f"{shown}."


def _source(citation):
    """``Pain. 2007;132(1-2):179-188`` with whatever of it is known."""
    place = str(citation.year or "")
    if citation.volume or citation.issue:
        place += f";{citation.volume}" + (f"({citation.issue})" if citation.issue else "")
    if citation.pages:
        place += f":{citation.pages}"
    parts = [citation.container.rstrip("."), place.lstrip(";:")]
    return ". ".join(part for part in parts if part) + ("." if any(parts) else "")


def _links(citation):
    if citation.doi:
        yield Link("DOI", citation.doi, f"https://doi.org/{citation.doi}")
    if citation.pmid:
        yield Link("PMID", citation.pmid, f"https://pubmed.ncbi.nlm.nih.gov/{citation.pmid}/")
    if citation.pmcid:
        yield Link("PMCID", citation.pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{citation.pmcid}/")
    if citation.url and not (citation.doi or citation.pmid or citation.pmcid):
        yield Link("Web", citation.url, citation.url)
