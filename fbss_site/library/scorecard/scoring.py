"""The items of all instruments, put to records."""

from typing import NamedTuple

from fbss_site.records.checks import library_now
from fbss_site.records.registry import record_models

from .discern import DISCERN, JAMA
from .evidence import Subject
from .ipdas import IPDAS
from .pemat import PEMAT
from .verdicts import Verdict

ITEMS = (*DISCERN, *JAMA, *PEMAT, *IPDAS)


class Scorecard(NamedTuple):
    record: object
    is_treatment: bool
    results: tuple

    def with_verdict(self, verdict):
        return [result for result in self.results if result.verdict == verdict]

    @property
    def is_lacking(self):
        """Whether it is a treatment with an item not met."""
        return self.is_treatment and bool(self.with_verdict(Verdict.NOT_MET))


def scorecards(slugs=()):
    """Yields the Scorecard of each public record, type by type; of those with one of ``slugs``, if there are any."""
    library = library_now()
    for model in record_models():
        records = model.objects.published()
        for record in records.filter(slug__in=slugs) if slugs else records:
            subject = Subject(record, library)
            yield Scorecard(record, subject.is_treatment, tuple(item.judge(subject) for item in ITEMS))
