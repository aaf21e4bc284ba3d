from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from fbss_site.library.scorecard import Verdict, scorecards

COLUMNS = (Verdict.MET, Verdict.NOT_MET, Verdict.FOR_A_PERSON, Verdict.NOT_APPLICABLE)


class Command(BaseCommand):
    help = (
        "What DISCERN, the JAMA benchmarks, PEMAT and IPDAS ask of each public record, and what answers it. "
        "It judges no quality: it names what a person must judge. Fails when a treatment lacks what a machine can see."
    )

    def add_arguments(self, parser):
        parser.add_argument("slugs", nargs="*", help="only the records with these addresses")

    def handle(self, *, slugs, **options):
        cards = list(scorecards(slugs))
        unknown = set(slugs) - {card.record.slug for card in cards}
        if unknown:
            raise CommandError(f"No public record has the address {', '.join(sorted(unknown))}.")
        for card in cards:
            self._write_card(card)
        self._write_table(cards)
        lacking = [card.record.slug for card in cards if card.is_lacking]
        if lacking:
            raise CommandError(f"{len(lacking)} treatments lack something: {', '.join(lacking)}.")

    def _write_card(self, card):
        self.stdout.write(f"{card.record.folder}/{card.record.slug}: {card.record.title}")
        if not card.record.has_page:
            self.stdout.write("  not applicable: all items; it is shown on the pages of other records\n\n")
            return
        for result in card.results:
            tied_to = f" [{'; '.join(result.tied_to)}]" if result.tied_to else ""
            note = f" ({result.note})" if result.note else ""
            line = f"{result.item.code:18}  {result.verdict:21}  {result.item.wording}{tied_to}{note}"
            self.stdout.write(f"  {line}")
        self.stdout.write("")

    def _write_table(self, cards):
        counts, records = Counter(), Counter()
        for card in cards:
            name = str(card.record._meta.verbose_name_plural)
            records[name] += 1
            counts.update((name, result.verdict) for result in card.results)
        width = max(map(len, records), default=0)
        self.stdout.write(f"{'':{width}}  records  {'  '.join(verdict.value for verdict in COLUMNS)}")
        for name, count in records.items():
            figures = "  ".join(f"{counts[name, verdict]:{len(verdict.value)}}" for verdict in COLUMNS)
            self.stdout.write(f"{name:{width}}  {count:7}  {figures}")
