from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from fbss_site.library import export_library


class Command(BaseCommand):
    help = "Writes the library as files, each in its canonical form."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT_DIR)

    def handle(self, *, folder, **options):
        try:
            changed = export_library(folder)
        except OSError as error:
            raise CommandError(f"The export stopped: {error}.") from None
        for path in changed:
            self.stdout.write(path)
        self.stdout.write(f"{len(changed)} files changed")
