import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError

from fbss_site.library import LoadError
from fbss_site.serving import preflight
from fbss_site.serving.addresses import addresses
from fbss_site.serving.preparation import first_account, load_when_empty
from fbss_site.serving.server import Server, stop_when_asked
from fbss_site.serving.static_files import collect_when_changed


class Command(BaseCommand):
    help = "Prepares the site and serves it until Ctrl-C or SIGTERM."

    def add_arguments(self, parser):
        # A wrong option is one line too, without the usage text above it.
        parser.error = self.refuse
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=preflight.port_number, default=8000, help="port to listen on (8000)")
        parser.add_argument(
            "--workers",
            type=preflight.worker_count,
            default=preflight.default_workers(),
            help="worker processes, at least two (one a processor, up to four)",
        )

    def execute(self, *args, **options):
        stop_when_asked()
        return super().execute(*args, **options)

    def handle(self, *, host, port, workers, **options):
        try:
            preflight.require_writable(settings.DATA_DIR)
            listener = preflight.listen(host, port)
            self.prepare()
            self.say("")
            for what, address in addresses(host, port):
                self.say(f"  {what:<12} {address}")
            self.say("\nStop it with Ctrl-C.")
        except preflight.StartError as error:
            self.refuse(str(error))
        except LoadError as error:
            self.refuse(f"The content cannot be loaded: {error.args[0]}.\n{error}")
        except (OSError, DatabaseError) as error:
            if options["traceback"]:
                raise
            self.refuse(f"The site cannot be prepared in {settings.DATA_DIR}: {error}.")
        Server(listener, workers).run()

    def prepare(self):
        call_command("migrate", interactive=False, verbosity=0)
        if loaded := load_when_empty(settings.CONTENT_DIR):
            self.say(f"Loaded {loaded} pieces of content.")
        first_account(self.announce_account)
        if collect_when_changed():
            self.say("Collected the static files.")

    def announce_account(self, name, password):
        self.say(f"Made the first staff account: user name {name}, password {password} (shown only this once).")

    def say(self, line):
        self.stdout.write(line)
        # A worker would print again what still waits in the buffer when it is forked.
        self.stdout.flush()

    def refuse(self, message):
        self.stderr.write(message)
        sys.exit(2)
