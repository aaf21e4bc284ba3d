import sys

from django.core.management.base import BaseCommand, CommandError

from fbss_site.consultations.keys import DataKeyError
from fbss_site.consultations.rotation import rotate

WIDTH = 40


class Command(BaseCommand):
    help = (
        "Brings all requests under the first key of FBSS_DATA_KEYS. Put a new key in front, restart, run this,"
        " then drop the old key. It can be stopped and run again at any time."
    )

    def handle(self, **options):
        try:
            changed, unreadable = rotate(self.show)
        except KeyboardInterrupt:
            self.stderr.write("\nStopped. What is done is done; run it again to go on.")
            sys.exit(130)
        except DataKeyError as fault:
            raise CommandError(str(fault)) from None
        self.stdout.write(f"{changed} encrypted anew")
        if unreadable:
            names = ", ".join(str(row) for row in unreadable[:20])
            raise CommandError(f"{len(unreadable)} cannot be read with the keys at hand: {names}.")
        self.stdout.write("Everything is under the first key. The older keys can be dropped.")

    def show(self, done, total):
        filled = WIDTH * done // max(total, 1)
        end = "" if done < total else "\n"
        self.stderr.write(f"\r[{'#' * filled}{' ' * (WIDTH - filled)}] {done} of {total}", ending=end)
