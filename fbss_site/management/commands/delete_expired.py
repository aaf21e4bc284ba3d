from django.core.management.base import BaseCommand
from django.utils import timezone

from fbss_site.consultations.retention import delete_expired


class Command(BaseCommand):
    help = "Deletes the requests that were closed longer ago than their clinic keeps them; `serve` does it by itself."

    def handle(self, **options):
        self.stdout.write(f"{delete_expired(timezone.now())} deleted")
