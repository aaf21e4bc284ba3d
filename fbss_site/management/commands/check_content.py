from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from fbss_site.library.checking import check_folder
from fbss_site.records.checks import Level


class Command(BaseCommand):
    help = (
        "Checks what the library's files say: claims without a source, promises, blame and the rest. Changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT_DIR)

    def handle(self, *, folder, **options):
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        report = check_folder(folder)
        self._write_table(report)
        self._write_places(report)
        blocks, warns = report.count(Level.BLOCKS), report.count(Level.WARNS)
        summary = f"{len(report.findings)} records, {blocks} blocking, {warns} warnings"
        if report.is_blocking:
            raise CommandError(f"Not fit to publish: {summary}.")
        self.stdout.write(summary)

    def _write_table(self, report):
        rows = [
            (path, _count(found, Level.BLOCKS), _count(found, Level.WARNS)) for path, found in report.findings.items()
        ]
        rows = [row for row in rows if row[1] or row[2]]
        if not rows:
            return
        width = max(len(path) for path, *_ in rows)
        self.stdout.write(f"{'record':{width}}  blocks  warns")
        for path, blocks, warns in rows:
            self.stdout.write(f"{path:{width}}  {blocks:6}  {warns:5}")
        self.stdout.write("")

    def _write_places(self, report):
        for path, faults in sorted(report.faults.items()):
            for fault in sorted(faults):
                self.stdout.write(f"{path}:{fault.line}: {fault.field}: {fault.message}")
        for path, found in report.findings.items():
            for finding in found:
                words = f" “{finding.words}”" if finding.words else ""
                self.stdout.write(f"{path}:{finding.line}: {finding.level} {finding.check}:{words} {finding.message}")
        for key, places in report.retracted.items():
            self.stdout.write(f"retracted “{key}” is cited by {len(places)}: {', '.join(places)}")


def _count(findings, level):
    return sum(finding.level == level for finding in findings)
