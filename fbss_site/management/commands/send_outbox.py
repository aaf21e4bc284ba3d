from django.core.management.base import BaseCommand
from django.utils import timezone

from fbss_site.consultations.outbox import send_due


class Command(BaseCommand):
    help = "Sends the e-mails that are due; `serve` does the same by itself."

    def handle(self, **options):
        sent, failed = send_due(timezone.now)
        self.stdout.write(f"{sent} done, {failed} put off")
