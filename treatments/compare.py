"""Two or three treatments side by side, in equal words, with "no further treatment for now" always among them."""

from typing import NamedTuple

from fbss_site.records.build_page import make_composer, numbered_references
from fbss_site.records.excerpts import first_paragraph, first_points

from .figures import figure
from .models import Offering, Outcome, Treatment

NO_FURTHER = "no-further-treatment-for-now"
FEWEST, MOST = 2, 3
POINTS = 2


class Choice(NamedTuple):
    """What an address asks for. ``treatments``: the public ones that can be compared, each once, in its order.

    ``emergencies``: the public ones that cannot, because they are done as an emergency.
    """

    treatments: tuple
    emergencies: tuple
    no_further: object  # None while the library has no such treatment
    missing: bool
    repeated: bool

    @property
    def fits(self):
        return FEWEST <= len(self.treatments) <= MOST

    @property
    def columns(self):
        extra = () if self.no_further is None or self.no_further in self.treatments else (self.no_further,)
        return (*self.treatments, *extra)

    @property
    def remarks(self):
        """Sentences on what could not be done as the address asks."""
        if self.missing:
            yield "One of the treatments that you asked for is not on these pages."
        for treatment in self.emergencies:
            yield f"{treatment.title} is done as an emergency. It is not a choice to weigh, so it is not compared here."
        if self.repeated:
            yield "You named a treatment twice. It is shown once."
        if len(self.treatments) == 1:
            yield f"You have chosen {self.treatments[0].title}. Tick one or two more to put beside it."
        elif len(self.treatments) > MOST:
            yield f"You have chosen {len(self.treatments)} treatments. Two or three fit side by side, so untick some."
        elif (self.missing or self.emergencies) and not self.treatments:
            yield "Tick two or three."


class Result(NamedTuple):
    """An Outcome for one sentence: both figures are people out of 100."""

    outcome: Outcome
    given: str
    with_treatment: str
    without_treatment: str
    number: int
    place: str


class Cell(NamedTuple):
    treatment: Treatment
    value: object


class Row(NamedTuple):
    key: str
    label: str
    cells: tuple[Cell, ...]


class Source(NamedTuple):
    number: int
    text: str
    url: str
    address: str


class Comparison(NamedTuple):
    treatments: tuple
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]
    terms: tuple


def choose(slugs):
    """The Choice for the slugs of an address, whatever they are. One query."""
    asked = tuple(dict.fromkeys(slugs))
    found = {row.slug: row for row in Treatment.objects.published().filter(slug__in=[*asked, NO_FURTHER])}
    rows = [found[slug] for slug in asked if slug in found]
    return Choice(
        treatments=tuple(row for row in rows if not row.is_emergency),
        emergencies=tuple(row for row in rows if row.is_emergency),
        no_further=found.get(NO_FURTHER),
        missing=any(slug not in found for slug in asked),
        repeated=len(asked) < len(slugs),
    )


def compare(treatments, clinic):
    """The Comparison of ``treatments`` as ``clinic`` shows it. At most four queries."""
    outcomes = list(
        Outcome.objects.published().filter(treatment__in=treatments).select_related("citation").order_by("position")
    )
    offered = set(Offering.objects.filter(clinic=clinic, treatment__in=treatments).values_list("treatment", flat=True))
    texts = {
        "benefits": [first_points(row.benefits, POINTS) for row in treatments],
        "risks": [first_points(row.risks, POINTS) for row in treatments],
        "recovery": [first_paragraph(row.recovery) for row in treatments],
    }
    composer = make_composer([text for cells in texts.values() for text in cells], clinic)

    def row(key, label, values):
        return Row(key, label, tuple(map(Cell, treatments, values)))

    def text_row(key, label):
        return row(key, label, [composer.compose(text, label=label).html for text in texts[key]])

    rows = (
        row("kind", "Kind", treatments),
        row("certainty", "How sure we are", [treatment.how_sure for treatment in treatments]),
        row("population", "Who was studied", [treatment.get_evidence_population_display() for treatment in treatments]),
        row("summary", "In short", [treatment.summary for treatment in treatments]),
        text_row("benefits", "Benefits"),
        text_row("risks", "Harms and risks"),
        row("results", "Of 100 people", [_results(treatment, outcomes, composer) for treatment in treatments]),
        text_row("recovery", "Recovery"),
        row("offered", "Offered by us", [treatment.pk in offered for treatment in treatments]),
    )
    references = numbered_references(composer, [outcome.citation for outcome in outcomes])
    return Comparison(tuple(treatments), rows, tuple(_source(item) for item in references), composer.terms)


def _results(treatment, outcomes, composer):
    """The treatment's first benefit and its first harm, where a study gives both figures."""
    own = {outcome.kind: outcome for outcome in reversed(outcomes) if outcome.treatment_id == treatment.pk}
    return [_result(own[kind], treatment, composer) for kind in Outcome.Kind if kind in own]


def _result(outcome, treatment, composer):
    number, place = composer.cite(outcome.citation.key, "Of 100 people")
    given = outcome.given or treatment.title
    return Result(outcome, given, figure(outcome.with_treatment), figure(outcome.without_treatment), number, place)


def _source(item):
    """A reference in one short line with its full address, so that the printed sheet still names it."""
    reference = item.reference
    first, *others = reference.authors.rstrip(".").split(", ") if reference.authors else [reference.title]
    address = next((link.url for link in reference.links), "")
    return Source(item.number, f"{first}{' et al' if others else ''}. {reference.source}", reference.url, address)
