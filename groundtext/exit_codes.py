"""What the command line says to scripts when it ends."""

FAILED = 1  # a check, or a command
USAGE = 2  # also argparse's own
REFUSED = 3  # some input
INTERRUPTED = 130  # as shells have it for Ctrl-C
