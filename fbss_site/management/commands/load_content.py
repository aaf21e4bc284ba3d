from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from fbss_site.library import LoadError, load_library


class Command(BaseCommand):
    help = "Loads the library from its files: all of it or, when anything is wrong, none of it."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, default=settings.CONTENT_DIR)
        parser.add_argument(
            "--overwrite", action="store_true", help="also replace records that staff changed, made or deleted"
        )

    def handle(self, *, folder, overwrite, **options):
        try:
            report = load_library(folder, overwrite=overwrite)
        except LoadError as error:
            raise CommandError(f"Nothing was loaded: {error.args[0]}.\n{error}") from None
        except (OSError, OperationalError) as error:
            raise CommandError(f"Nothing was loaded: {error}.") from None
        for path, reason in report.left_alone:
            self.stdout.write(f"left alone: {path}: {reason}")
        self.stdout.write(
            f"{len(report.created)} created, {len(report.updated)} updated, "
            f"{len(report.unchanged)} unchanged, {len(report.left_alone)} left alone"
        )
